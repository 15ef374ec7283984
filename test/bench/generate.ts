/** Subscriptions as a large estate would have them: a filter, a consumer and a binding each. */

/** One MOF text with that many subscriptions, all different and all in order. */
export function generateSubscriptions(count: number): string {
  const triples = Array.from({ length: count }, (_, index) => subscription(index));
  return `#pragma autorecover
#pragma namespace("\\\\\\\\.\\\\root\\\\subscription")\n\n${triples.join('\n')}`;
}

function subscription(index: number): string {
  const creatorSid = 'CreatorSID = {1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 32, 2, 0, 0};';
  return `instance of __EventFilter as $Filter${index}
{
  ${creatorSid}
  Name = "Service${index}Stopped";
  EventNamespace = "root\\\\cimv2";
  QueryLanguage = "WQL";
  EventAccess = "O:BAG:BAD:(A;;0x80;;;BA)";
  Query = "SELECT * FROM __InstanceModificationEvent WITHIN 60 "
          "WHERE TargetInstance ISA 'Win32_Service' AND TargetInstance.Name = 'svc${index}' "
          "AND TargetInstance.State = \\"Stopped\\"";
};

instance of NTEventLogEventConsumer as $Consumer${index}
{
  ${creatorSid}
  Name = "Report${index}";
  SourceName = "Services";
  EventID = ${1000 + (index % 1000)};
  EventType = 2;
  NumberOfInsertionStrings = 1;
  InsertionStringTemplates = {"%TargetInstance.DisplayName% has stopped"};
};

instance of __FilterToConsumerBinding
{
  ${creatorSid}
  Filter = $Filter${index};
  Consumer = $Consumer${index};
};
`;
}

/** Subscriptions with as few words as they need, about half a kilobyte each. */
export function generateShortSubscriptions(count: number): string {
  const triples = Array.from({ length: count }, (_, index) => shortSubscription(index));
  return `#pragma namespace("\\\\\\\\.\\\\root\\\\subscription")\n${triples.join('')}`;
}

function shortSubscription(index: number): string {
  return `instance of __EventFilter as $F${index}
{
  Name = "F${index}";
  EventNamespace = "root\\\\cimv2";
  QueryLanguage = "WQL";
  Query = "SELECT * FROM __InstanceCreationEvent WITHIN 300 WHERE TargetInstance ISA 'Win32_Service'";
  EventAccess = "O:BAG:BAD:(A;;0x80;;;BA)";
};
instance of NTEventLogEventConsumer as $C${index}
{
  Name = "C${index}";
  SourceName = "S";
  EventID = ${1000 + (index % 1000)};
};
instance of __FilterToConsumerBinding
{
  Filter = $F${index};
  Consumer = $C${index};
};
`;
}
