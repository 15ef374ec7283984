-- Drives Neovim's own language client (0.7 and newer) through one session on one file, and writes down what a user
-- would see. Called as: nvim --headless -u NONE -c 'luafile driver.lua' with these variables in the environment.
local file = os.getenv('MOFSEC_FILE')
local cli = os.getenv('MOFSEC_CLI')
local report = os.getenv('MOFSEC_REPORT')
local node = os.getenv('MOFSEC_NODE')

local seen = {}

local function finish()
  local out = io.open(report, 'w')
  out:write(vim.json.encode(seen))
  out:close()
  vim.cmd('qall!')
end

local function wait(what, condition)
  if not vim.wait(20000, condition, 20) then
    error('waited in vain for ' .. what)
  end
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
end

-- Puts the cursor on the first character of a word.
local function go_to(word)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    local column = string.find(line, word, 1, true)
    if column then
      vim.api.nvim_win_set_cursor(0, { number, column - 1 })
      return
    end
  end
  error('no ' .. word .. ' in the buffer')
end

local function request(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, 20000) or {}
  for _, answer in pairs(answers) do
    if answer.error then
      error(method .. ': ' .. answer.error.message)
    end
    return answer.result
  end
end

local function rules()
  return vim.tbl_map(function(diagnostic)
    return diagnostic.code
  end, vim.diagnostic.get(0))
end

local function has(list, wanted)
  return vim.tbl_contains(list, wanted)
end

local function session()
  vim.cmd('edit ' .. vim.fn.fnameescape(file))
  local client = vim.lsp.start_client({
    name = 'mofsec',
    cmd = { node, cli, 'lsp', '--stdio' },
    root_dir = vim.fn.fnamemodify(file, ':h'),
  })
  vim.lsp.buf_attach_client(0, client)

  wait('diagnostics', function()
    return #vim.diagnostic.get(0) > 0
  end)
  seen.diagnostics = rules()

  go_to('1,2,0,0')
  vim.lsp.buf.hover()
  wait('the hover window', function()
    return #vim.api.nvim_list_wins() > 1
  end)
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      local lines = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false)
      seen.hover = table.concat(lines, '\n')
      vim.api.nvim_win_close(window, true)
    end
  end

  go_to('QueryLanguage')
  local completion = request('textDocument/completion', vim.lsp.util.make_position_params())
  seen.completion = vim.tbl_map(function(item)
    return item.label
  end, completion.items or completion)

  -- The first fix that needs no second look, as a quick fix is applied from a menu.
  for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
    local range = {
      start = { line = diagnostic.lnum, character = diagnostic.col },
      ['end'] = { line = diagnostic.end_lnum, character = diagnostic.end_col },
    }
    local params = vim.lsp.util.make_range_params()
    params.range = range
    params.context = { diagnostics = { diagnostic.user_data.lsp }, only = { 'quickfix' } }
    params.context.diagnostics[1] = {
      range = range,
      message = diagnostic.message,
      code = diagnostic.code,
      severity = diagnostic.severity,
    }
    for _, action in ipairs(request('textDocument/codeAction', params) or {}) do
      if not seen.fix and action.isPreferred then
        if not action.edit then
          action = request('codeAction/resolve', action)
        end
        seen.fix = action.title
        vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
      end
    end
  end
  local before = seen.diagnostics
  wait('fewer diagnostics', function()
    return #vim.diagnostic.get(0) < #before
  end)
  seen.after_fix = rules()

  go_to('$Filter')
  vim.lsp.buf.rename('$Watcher')
  wait('the new name', function()
    return not string.find(text(), '$Filter', 1, true)
  end)
  seen.renamed = text()

  if vim.lsp.buf.format then
    vim.lsp.buf.format({ async = false, timeout_ms = 20000 })
  else
    vim.lsp.buf.formatting_sync(nil, 20000)
  end
  seen.formatted = text()

  vim.lsp.stop_client(client)
  wait('the server to stop', function()
    return vim.lsp.client_is_stopped(client)
  end)
  seen.stopped = true
end

local ok, problem = pcall(session)
if not ok then
  seen.error = tostring(problem)
end
finish()
