metadata description = 'What wakes somebody: sweeps that failed, are late or are missing, 5xx, throttling, the telemetry cap.'

@description('Short name of this deployment.')
param name string

@description('Region.')
param location string

@description('Who is told.')
param email string

@description('Resource id of Application Insights.')
param applicationInsightsId string

@description('Resource id of its workspace.')
param workspaceId string

@description('Resource id of the table service of the records.')
param tableServiceId string

@description('Percent of HTTP requests with 5xx above which an alert fires.')
param failedRequestPercent int

// What the program logs. The category is not asked for: the Functions host files the worker's lines under Function.<name>.User.
@description('KQL: the line that says that a night\'s sweep failed.')
var sweepFailed = '''severityLevel >= 3 and message startswith "The night's sweep failed"'''

@description('KQL: the line that says that the night\'s sweep is late.')
var sweepLate = '''severityLevel >= 3 and message startswith "The night's sweep is late"'''

@description('KQL: the line that says that a sweep was completed.')
var sweepCompleted = '''message startswith "Job sweep " and message contains " is now Done"'''

@description('KQL: the line that says that a request broke.')
var requestBroke = '''severityLevel >= 3 and message startswith "Request " and message contains " failed: "'''

@description('Hours without a completed sweep after which someone is told: a night, and 6 hours to make up for it.')
var hoursBetweenSweeps = 30

@description('Fewer failed requests than this in a quarter of an hour are no alert, whatever their share.')
var failedRequestsAtLeast = 3

@description('Throttled operations in a quarter of an hour above which an alert fires. The program repeats single ones by itself.')
var throttledOperations = 20

@description('How often the logs are asked; a rule costs less the less often it asks.')
var quarterOfAnHour = 'PT15M'

@description('How far back a rule looks for single lines: twice as far as it asks, since lines arrive minutes late.')
var halfAnHour = 'PT30M'

@description('How often, and how far back, the rule for missing sweeps asks.')
var hourly = 'PT1H'
var twoDays = 'P2D'

@description('Severities of Azure Monitor: 1 error, 2 warning.')
var error = 1
var warning = 2

var queryRules = [
  {
    id: 'sweep-failed'
    text: 'A night\'s sweep failed. It is begun anew up to Sweep:AttemptsANight times.'
    severity: error
    scope: applicationInsightsId
    every: quarterOfAnHour
    over: halfAnHour
    query: 'traces | where ${sweepFailed}'
  }
  {
    id: 'sweep-late'
    text: 'The night\'s sweep is late: nobody has this morning\'s findings.'
    severity: error
    scope: applicationInsightsId
    every: quarterOfAnHour
    over: halfAnHour
    query: 'traces | where ${sweepLate}'
  }
  {
    id: 'sweep-missing'
    text: 'No sweep was completed for ${hoursBetweenSweeps} hours. This rule also fires when the program is not running, or its telemetry does not arrive.'
    severity: error
    scope: applicationInsightsId
    every: hourly
    over: twoDays
    query: 'traces | where timestamp > ago(${hoursBetweenSweeps}h) | where ${sweepCompleted} | summarize completed = count() | where completed == 0'
  }
  {
    id: 'requests-failed'
    text: 'More than ${failedRequestPercent} % of the HTTP requests of a quarter of an hour were answered 5xx.'
    severity: error
    scope: applicationInsightsId
    every: quarterOfAnHour
    over: quarterOfAnHour
    query: join(
      [
        'let broke = toscalar(traces | where ${requestBroke} | count);'
        'requests'
        '| where isnotempty(url)'
        '| summarize asked = count(), refused = countif(toint(resultCode) >= 500 or (success == false and toint(resultCode) == 0))'
        '| extend failed = max_of(refused, broke)'
        '| where failed >= ${failedRequestsAtLeast} and failed * 100 > asked * ${failedRequestPercent}'
      ],
      '\n'
    )
  }
  {
    id: 'telemetry-capped'
    text: 'The daily cap of telemetry is reached. Until tomorrow the rules above see nothing.'
    severity: warning
    scope: workspaceId
    every: quarterOfAnHour
    over: quarterOfAnHour
    query: '_LogOperation | where Category =~ "Ingestion" and Detail contains "OverQuota"'
  }
]

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${name}'
  location: 'global'
  properties: {
    groupShortName: take(name, 12)
    enabled: true
    emailReceivers: [{ name: 'operators', emailAddress: email, useCommonAlertSchema: true }]
  }
}

resource rules 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in queryRules: {
    name: '${name}-${rule.id}'
    location: location
    properties: {
      displayName: '${name}: ${rule.id}'
      description: rule.text
      severity: rule.severity
      enabled: true
      scopes: [rule.scope]
      evaluationFrequency: rule.every
      windowSize: rule.over
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      autoMitigate: true
      // A new workspace has no such tables until the first line arrives.
      skipQueryValidation: true
      actions: { actionGroups: [people.id] }
    }
  }
]

resource throttling 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-storage-throttles'
  location: 'global'
  properties: {
    description: 'Table storage turned operations away because of load.'
    severity: warning
    enabled: true
    scopes: [tableServiceId]
    evaluationFrequency: quarterOfAnHour
    windowSize: quarterOfAnHour
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'throttled'
          criterionType: 'StaticThresholdCriterion'
          metricNamespace: 'Microsoft.Storage/storageAccounts/tableServices'
          metricName: 'Transactions'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: throttledOperations
          dimensions: [
            {
              name: 'ResponseType'
              operator: 'Include'
              values: [
                'ServerBusyError'
                'ClientThrottlingError'
                'ClientAccountRequestThrottlingError'
                'ClientAccountBandwidthThrottlingError'
              ]
            }
          ]
        }
      ]
    }
    actions: [{ actionGroupId: people.id }]
  }
}
