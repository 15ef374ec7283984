/**
 * The files of ../shared/corpus that are no well-formed MOF, each with the reason and every problem that the parser
 * must report: `line:column rule`. All other files parse without one.
 */
export interface MalformedFile {
  readonly reason: string;
  readonly problems: readonly string[];
}

export const malformedFiles: Readonly<Record<string, MalformedFile>> = {
  'subscriptions/win32docs__monitoring-and-responding-to-events-with-standard-consumers__L127.mof':
    {
      reason: 'documentation outline: the heads of three instances without their bodies',
      problems: ['2:5 syntax', '2:53 syntax'],
    },
  'subscriptions/ridter-intranet-tips__L981.mof': {
    reason: 'the # of #pragma was lost in copying',
    problems: ['1:1 carrier-lost-hash'],
  },
  'subscriptions/wgpsec-wiki-redis-mof__L222.mof': {
    reason: 'the backslashes in paths and before inner quotes were lost in a Redis command',
    problems: ['1:20 carrier-lost-backslashes'],
  },
  'subscriptions/3gstudent-tips__L863.mof': {
    reason: 'the # of #pragma was lost in copying',
    problems: ['1:1 carrier-lost-hash'],
  },
  'subscriptions/1earn-cs-exploits__L630.mof': {
    reason: 'a shell ate backslashes, and the aliases: "as" and references without their $name',
    problems: ['1:20 carrier-lost-backslashes', '3:27 carrier-lost-alias'],
  },
  'subscriptions/wooyun-1014-powershell-mof-backdoor__2.mof': {
    reason: 'excerpt with a placeholder <...> for the value',
    problems: ['5:13 carrier-placeholder'],
  },
  'subscriptions/wooyun-1014-powershell-mof-backdoor__4.mof': {
    reason: 'the backslashes before inner quotes were lost',
    problems: ['5:91 syntax'],
  },
  'subscriptions/wooyun-1185-wsc-jsrat__1.mof': {
    reason: 'the # of #pragma was lost in copying',
    problems: ['1:1 carrier-lost-hash'],
  },
  'subscriptions/virgil-genMof.mof': {
    reason: 'template of a generator: {class} placeholders in names',
    problems: ['2:14 carrier-placeholder'],
  },
  'subscriptions/metasploit-wbemexec.mof': {
    reason: 'template of a generator: @...@ placeholders for names',
    problems: ['2:14 carrier-placeholder'],
  },
  'subscriptions/event5861-hayabusa-updater__1.mof': {
    reason: 'event 5861 text: "Perm. Consumer:" between the objects',
    problems: ['1:414 carrier-event-log'],
  },
  'subscriptions/event5861-atc-scm-eventlog__1.mof': {
    reason: 'event 5861 text: "Perm. Consumer:" between the objects',
    problems: ['1:230 carrier-event-log'],
  },
  'subscriptions/idx-event5861-winrmfilter-wrapped.mof': {
    reason: 'event 5861 text: "Perm. Consumer:" between the objects',
    problems: ['11:16 carrier-event-log'],
  },
  'subscriptions/idx-event5861-timertrigger.mof': {
    reason: 'event 5861 text: "Perm. Consumer:" between the objects',
    problems: ['9:1 carrier-event-log'],
  },
  'subscriptions/idx-event5861-impacket-smartquotes.mof': {
    reason: 'event 5861 text with typographic quotes',
    problems: ['4:22 carrier-typographic-quotes', '9:5 carrier-event-log'],
  },
  'subscriptions/idx-event5861-atomic.mof': {
    reason: 'event 5861 text: "Perm. Consumer:" between the objects',
    problems: ['9:1 carrier-event-log'],
  },
  'subscriptions/idx-event5861-chromeupdater.mof': {
    reason: 'event 5861 text: "Perm. Consumer:" between the objects',
    problems: ['9:1 carrier-event-log'],
  },
  'subscriptions/idx-event5861-systempowermanager-ocr.mof': {
    reason: 'event 5861 text read by OCR: colons for semicolons',
    problems: ['4:31 syntax', '15:74 syntax', '17:21 syntax'],
  },
  'subscriptions/idx-mysql-mof-vb-comment.mof': {
    reason: "a comment of VBScript (') in the MOF",
    problems: ['19:2 carrier-comment'],
  },
  'subscriptions/idx-mysql-mof-hash-commented.mof': {
    reason: 'lines commented out with #',
    problems: ['1:1 carrier-comment'],
  },
  'subscriptions/idx-mysql-mof-lost-spaces.mof': {
    reason: 'blanks were lost: #pragmanamespace, instanceof',
    problems: ['1:1 carrier-lost-blanks'],
  },
  'subscriptions/idx-mysql-mof-markdown-bold.mof': {
    reason: 'the # of #pragma was lost in Markdown',
    problems: ['1:1 carrier-lost-hash'],
  },
  'subscriptions/idx-scriptlet-remote-trailing-command.mof': {
    reason: 'the shell command that compiles the file stands behind it',
    problems: ['23:1 carrier-host-code'],
  },
  'subscriptions/idx-moffilter-unescaped-path.mof': {
    reason: 'the # of #pragma was lost in copying',
    problems: ['1:1 carrier-lost-hash'],
  },
  'subscriptions/idx-mandiant-sneaky-missing-of.mof': {
    reason: 'Instance without of, and the last semicolon lost',
    problems: ['1:1 syntax', '1:190 missing-semicolon-after-block'],
  },
  'subscriptions/idx-wsh-persist-hash-comments.mof': {
    reason: 'comments written with #',
    problems: ['1:1 carrier-comment'],
  },
  'subscriptions/idx-msf-rshell-no-namespace.mof': {
    reason: 'the script text ends without its closing quote',
    problems: ['28:14 unterminated-string'],
  },
  'subscriptions/idx-ellipsis-course-note.mof': {
    reason:
      'excerpt with ... for what was left out, and the escapes of another language in one string',
    problems: ['4:9 carrier-placeholder', '9:25 carrier-escaped-text'],
  },
  'providers/win32docs__creating-a-child-namespace-with-mof-code__L34.mof': {
    reason: 'an instance nested in the body of another (facts/wmi.md 10.14)',
    problems: ['3:30 syntax'],
  },
  'providers/win32docs__determining-the-type-of-event-to-receive__L50.mof': {
    reason: 'no semicolon behind the class (facts/wmi.md 10.17)',
    problems: ['6:1 missing-semicolon-after-block'],
  },
  'providers/win32docs__provider-hosting-and-security__L75.mof': {
    reason: 'no semicolon behind the instance (facts/wmi.md 10.16)',
    problems: ['6:1 missing-semicolon-after-block'],
  },
  'providers/win32docs__registering-a-provider__L41.mof': {
    reason: '{IN] for [IN] (facts/wmi.md 10.22)',
    problems: ['101:2 syntax'],
  },
  'windows/win32docs_HyperV_v2__msvm-ethernetswitchportaclsettingdata__L40.mof': {
    reason: '"= length = 0" as a default value',
    problems: ['15:33 syntax'],
  },
  'windows/win32docs_WmiCoreProv__wmimonitorbrightness__L30.mof': {
    reason: 'a property without its name',
    problems: ['5:23 syntax'],
  },
  'windows/win32docs_WmiSdk__applying-a-qualifier__L57.mof': {
    reason: 'fragment: [...] for the qualifiers, and a parameter without its type',
    problems: ['1:5 carrier-placeholder', '7:48 syntax'],
  },
  'windows/win32docs_frag__pragma__L16.mof': {
    reason: 'syntax description with [ ] for what is optional',
    problems: ['1:9 syntax'],
  },
  'windows/win32docs_frag__applying-a-qualifier__L35.mof': {
    reason: 'fragment: qualifiers alone',
    problems: ['1:59 syntax'],
  },
  'windows/win32docs_frag__bitmap-and-bitvalues__L17.mof': {
    reason: 'fragment: properties without their class',
    problems: ['8:1 syntax'],
  },
  'windows/win32docs_frag__bitmap-and-bitvalues__L36.mof': {
    reason: 'fragment: properties without their class',
    problems: ['7:5 syntax'],
  },
  'windows/win32docs_frag__bitmap-and-bitvalues__L50.mof': {
    reason: 'fragment: properties without their class',
    problems: ['3:5 syntax'],
  },
  'windows/win32docs_frag__creating-a-base-class__L79.mof': {
    reason: 'fragment: properties without their class',
    problems: ['1:44 syntax'],
  },
  'windows/win32docs_frag__creating-a-method__L35.mof': {
    reason: 'syntax description with <...> placeholders',
    problems: ['4:23 carrier-placeholder'],
  },
  'windows/win32docs_frag__creating-a-new-instance-from-old-properties__L39.mof': {
    reason: 'fragment: properties without their class',
    problems: ['1:49 syntax'],
  },
  'windows/win32docs_frag__describing-a-qualifier-with-a-qualifier-flavor__L21.mof': {
    reason: 'syntax description with <...> placeholders',
    problems: ['1:35 carrier-placeholder'],
  },
  'windows/win32docs_frag__getsecuritydescriptor-method-in-class-systemsecurity__L27.mof': {
    reason: 'fragment: a method without its class',
    problems: ['1:1 syntax'],
  },
  'windows/win32docs_frag__propertysources-qualifier__L35.mof': {
    reason: 'fragment: properties without their class',
    problems: ['1:45 syntax'],
  },
  'windows/win32docs_frag__qualifiers-specific-to-the-view-provider__L104.mof': {
    reason: 'fragment: properties without their class',
    problems: ['3:3 syntax'],
  },
  'windows/win32docs_frag__setsecuritydescriptor-method-in-class-systemsecurity__L27.mof': {
    reason: 'fragment: a method without its class',
    problems: ['1:1 syntax'],
  },
  'windows/win32docs_frag__value-map__L37.mof': {
    reason: 'fragment: properties without their class',
    problems: ['3:5 syntax'],
  },
  'drivers/driverdocs__wmi-class-examples__L18.mof': {
    reason: '] for ) in a qualifier, a bracket too many, and no last semicolon',
    problems: ['7:35 syntax', '25:17 syntax', '66:1 missing-semicolon-after-block'],
  },
  'drivers/lenovolegion__FEATURES_AND_TESTING__L332.mof': {
    reason: 'a PowerShell script, not MOF',
    problems: ['1:1 syntax'],
  },
  'dsc/GuestConfigurationProject__Resource.schema.mof': {
    reason: 'the ] of a qualifier list is missing',
    problems: ['12:63 syntax'],
  },
  'misc/templateContainer__WebServerConfig.MOF': {
    reason: 'a PowerShell configuration, not MOF',
    problems: ['1:1 syntax'],
  },
  'dsc/Microsoft365DSC__Schema.Template.mof': {
    reason: 'template of a generator: <...> placeholders',
    problems: ['1:1 carrier-placeholder'],
  },
  'dsc/Microsoft365DSC__Schema.Workloads.Template.mof': {
    reason: 'template of a generator: <...> placeholders',
    problems: ['1:1 carrier-placeholder'],
  },
  'dsc/puppetlabs-dsc__DSR_ReplaceText.schema.mfl': {
    reason: 'UTF-16 whose bytes an end-of-line conversion shifted',
    problems: ['2:1 syntax'],
  },
  'misc/DSCDemos__sampleencrypted.mof': {
    reason: 'a CMS envelope, not MOF',
    problems: ['1:1 syntax'],
  },
  'misc/Kingsland.MofParser__D.05-GOLF_Professional.mof': {
    reason: 'MOF 3: structure',
    problems: ['12:4 typedef-or-enum'],
  },
  'misc/Kingsland.MofParser__D.08-GOLF_MemberLocker.mof': {
    reason: 'MOF 3: association declaration',
    problems: ['4:1 typedef-or-enum'],
  },
  'misc/Kingsland.MofParser__D.09-GOLF_Lesson.mof': {
    reason: 'MOF 3: association declaration',
    problems: ['9:1 typedef-or-enum'],
  },
  'misc/Kingsland.MofParser__D.11-GOLF_ProfessionalStaffMember.mof': {
    reason: 'MOF 3: association declaration',
    problems: ['7:1 typedef-or-enum'],
  },
  'misc/Kingsland.MofParser__D.13-GOLF_Address.mof': {
    reason: 'MOF 3: structure',
    problems: ['4:1 typedef-or-enum'],
  },
  'misc/Kingsland.MofParser__D.14-GOLF_Date.mof': {
    reason: 'MOF 3: structure',
    problems: ['4:1 typedef-or-enum'],
  },
  'misc/Kingsland.MofParser__D.17-GOLF_ProfessionalStatusEnum.mof': {
    reason: 'MOF 3: enumeration',
    problems: ['4:1 typedef-or-enum'],
  },
  'misc/Kingsland.MofParser__D.18-GOLF_MemberStatusEnum.mof': {
    reason: 'MOF 3: enumeration',
    problems: ['4:1 typedef-or-enum'],
  },
  'misc/Kingsland.MofParser__D.19-GOLF_StatesEnum.mof': {
    reason: 'MOF 3: enumeration',
    problems: ['4:1 typedef-or-enum'],
  },
  'misc/mofo__test.mof': { reason: 'a Python module, not MOF', problems: ['1:1 syntax'] },
};
