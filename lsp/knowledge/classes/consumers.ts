/** The consumers that Windows comes with. */
import type { ClassKnowledge } from './class-knowledge.ts';

const key =
  'The key. Another consumer of the same class and name in the namespace overwrites this one.';

function killTimeout(what: string): string {
  return `After how many seconds the ${what} is stopped. With 0, the default, it never is, and one that hangs stays there as Local System.`;
}

const text = 'A template: `%TargetInstance.Name%` becomes a property of the event.';

/** The standard consumers, which are in `root\subscription`. */
export const consumerClasses: readonly ClassKnowledge[] = [
  {
    name: 'ActiveScriptEventConsumer',
    source:
      'activescripteventconsumer, binding-an-event-filter-with-a-logical-consumer, vbscript-deprecation',
    documentation:
      'Runs a script when an event arrives, as Local System, whoever set the event off: give its filters an `EventAccess`. It works only where its creator is a member of the local Administrators group, which is checked at run time and not when the file is compiled. Attackers use it to stay on a machine.',
    properties: {
      Name: 'The key. Whoever renames the consumer has two of them afterwards, the old one included.',
      ScriptingEngine:
        'The engine that runs the script, such as `"VBScript"`; it must be installed. It is required and not NULL. VBScript is deprecated and is going to be absent from Windows by default.',
      ScriptFileName:
        'The file that holds the script. Exactly one of this and `ScriptText` must be set. Who can write to the file runs code as Local System, so keep it where administrators only can.',
      ScriptText:
        'The script itself. Exactly one of this and `ScriptFileName` must be set. The event is the variable `TargetEvent`; the `WScript` object is not there, and nothing shows on the screen.',
      KillTimeout: killTimeout('script'),
    },
  },
  {
    name: 'CommandLineEventConsumer',
    source:
      'commandlineeventconsumer, sdk-api/nf-processthreadsapi-createprocessw, binding-an-event-filter-with-a-logical-consumer',
    documentation:
      'Starts a program when an event arrives, as Local System in session 0, whoever set the event off: give its filters an `EventAccess`. It works only where its creator is a member of the local Administrators group. Attackers use it to stay on a machine.',
    properties: {
      Name: key,
      ExecutablePath:
        'The program: its complete path with the extension, for nothing is searched and nothing added. Always set it: without it the first word of `CommandLineTemplate` says what runs. Keep the file where administrators only can write.',
      CommandLineTemplate:
        'The command line, which begins with the program once more. A template: `%TargetInstance.Name%` becomes a property of the event, and an attacker may have chosen its text. Where it is NULL, `ExecutablePath` is the command line.',
      WorkingDirectory: 'The folder in which the program starts.',
      KillTimeout: killTimeout('program'),
      Priority: 'The priority of the process. The default is 32, the normal one.',
      RunInteractively:
        'Was for programs with windows, and overrides `DesktopName`. Since Windows Vista the program runs in session 0, where no one sees it, so that TRUE is of no use. The default is FALSE.',
      UseDefaultErrorMode: 'TRUE gives the process the default error mode. The default is FALSE.',
      CreateNewConsole: 'Not used: where it is set WMI writes a message into its trace.',
      CreateNewProcessGroup:
        'TRUE begins a new group of processes with this one. The documentation has TRUE for the default, real machines have FALSE.',
      CreateSeparateWowVdm:
        'For 16-bit programs alone: TRUE runs the program in a virtual DOS machine of its own. The default is FALSE.',
      CreateSharedWowVdm:
        'For 16-bit programs alone: TRUE runs the program in the virtual DOS machine that they share. The default is FALSE.',
      ForceOnFeedback:
        'TRUE forces the feedback cursor on while the program starts. The default is FALSE.',
      ForceOffFeedback:
        'TRUE forces the feedback cursor off while the program starts. The default is FALSE.',
      ShowWindowCommand:
        'How the first window is shown: a number as the function `ShowWindow` takes it. In session 0 no one sees it.',
      DesktopName: 'Not used: where it is set WMI writes a message into its trace.',
      WindowTitle:
        'The title of the window. A template: `%TargetInstance.Name%` becomes a property of the event.',
      XCoordinate: 'Where the first window stands, from left to right.',
      YCoordinate: 'Where the first window stands, from top to bottom.',
      XSize: 'How wide the first window is.',
      YSize: 'How high the first window is.',
      XNumCharacters: 'How many characters wide a console is.',
      YNumCharacters: 'How many characters high a console is.',
      FillAttribute:
        "The colours of a console. The vendor's page also lists a property `FillAttributes`, which does not exist.",
    },
  },
  {
    name: 'LogFileEventConsumer',
    source: 'logfileeventconsumer, using-standard-string-templates',
    documentation:
      'Writes a text into a file when an event arrives. It does not protect the file: choose a folder that the right people alone can read and write.',
    properties: {
      Name: key,
      Filename:
        'The file with its path. It is created where it is missing. The consumer fails where the path does not exist, or where its creator may not write there.',
      Text: `What is written for each event. ${text}`,
      MaximumFileSize:
        'How many bytes the file may have before it is put aside, with the extension `.001` to `.999`. The default is 65535; 0 means that it grows until the disk is full.',
      IsUnicode: 'TRUE begins a new file as Unicode. Where the file exists it makes no difference.',
    },
  },
  {
    name: 'NTEventLogEventConsumer',
    source:
      'nteventlogeventconsumer, sdk-api/nf-winbase-reporteventw, using-standard-string-templates',
    documentation:
      'Writes an entry into the event log of Windows when an event arrives. It cannot write into the Security log.',
    properties: {
      Name: key,
      UNCServerName:
        'The computer that gets the entry; NULL means the local one. Another computer does not work by default.',
      SourceName:
        'The source of the entry, which must be registered with a file of messages. A colon is not allowed in it.',
      EventID:
        'The complete number of the message in the messages of the source, such as `0xC000000A`. It is required and not NULL.',
      EventType: 'The type of the entry. The default is 1, an error.',
      Category: 'The category of the entry, as the source numbers them.',
      NumberOfInsertionStrings:
        'How many elements `InsertionStringTemplates` has. The default is 0.',
      InsertionStringTemplates:
        'The texts that fill the places in the message, each a template: `%TargetInstance.Name%` becomes a property of the event. Each may have at most 31,839 characters.',
      NameOfRawDataProperty:
        'The name of a property of the event whose value becomes the data of the entry.',
      NameOfUserSIDProperty:
        'The name of a property of the event that holds a SID, as bytes or as text; the entry is about that user.',
    },
  },
  {
    name: 'SMTPEventConsumer',
    source: 'smtpeventconsumer, using-standard-string-templates',
    documentation:
      'Sends a mail when an event arrives. It can hold ASCII alone, and nothing is attached. At least one of `ToLine`, `CcLine` and `BccLine` must be set.',
    properties: {
      Name: key,
      SMTPServer: 'The mail server, by its IP address or its name. It is required and not NULL.',
      FromLine: `The sender; where it is NULL, \`WinMgmt@\` and the name of the computer. ${text}`,
      ReplyToLine: `Where answers go. ${text}`,
      ToLine: `Who gets the mail: addresses between commas or semicolons. ${text}`,
      CcLine: `Who gets a copy: addresses between commas or semicolons. ${text}`,
      BccLine: `Who gets a copy that the others do not see: addresses between commas or semicolons. ${text}`,
      Subject: `The subject. ${text}`,
      Message: `The text of the mail. ${text}`,
      HeaderFields:
        'More lines for the head of the mail, which are put in as they are: nothing is checked or replaced.',
    },
  },
];
