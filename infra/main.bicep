metadata description = 'One authority\'s ArgaliConcessions: Function App (Flex Consumption), two storage accounts, Key Vault, identity, Application Insights, alerts.'

targetScope = 'resourceGroup'

@description('Short name of this deployment, in the name of every resource: lower-case letters and digits, or the storage accounts refuse it.')
@minLength(3)
@maxLength(10)
param name string = 'argali'

@description('Region of every resource. It must offer Flex Consumption: az functionapp list-flexconsumption-locations.')
param location string = resourceGroup().location

@description('IANA time zone of the authority, for example Asia/Dushanbe. PUT /authority with another zone is refused.')
@minLength(3)
param timeZone string

@description('Issuer of the tokens that are accepted, exactly as the iss claim has it. Its keys are found by OpenID Connect discovery.')
@minLength(9)
param tokenIssuer string

@description('The aud claim that a token must have.')
@minLength(1)
param tokenAudience string

@description('Who is told when an alert fires.')
@minLength(5)
param alertEmail string

@description('Name of the table that holds all records.')
@minLength(3)
@maxLength(63)
param tableName string = 'argali'

@description('Copies of the records. GZRS survives a zone and a region; it keeps the second copy in the paired region, which may be another country. ZRS stays in the region.')
@allowed(['Standard_GZRS', 'Standard_GRS', 'Standard_ZRS', 'Standard_LRS'])
param dataRedundancy string = 'Standard_GZRS'

@description('Copies of what the Functions host keeps. All of it can be made anew by deploying again.')
@allowed(['Standard_ZRS', 'Standard_LRS'])
param hostRedundancy string = 'Standard_LRS'

@description('Memory of an instance, in MB. It is billed whole while anything runs.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('Most instances at once. It bounds the bill, and the load on storage.')
@minValue(40)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('Instances kept warm for HTTP. 0: the first request after a quiet time waits for a start. What one costs: infra/README.md.')
@minValue(0)
@maxValue(10)
param alwaysReadyHttp int = 0

@description('Whether the vault has a secret of keys that no longer sign but still verify. Set it while a key is being rotated.')
param hasPreviousSigningKeys bool = false

@description('Most telemetry a day, in GB, as a decimal number. When it is reached nothing more is kept until the next day, and an alert says so.')
param telemetryDailyCapGB string = '0.25'

@description('Days for which telemetry is kept. 31 are free.')
@minValue(30)
@maxValue(730)
param telemetryRetentionDays int = 31

@description('Share of HTTP requests with 5xx, in percent of a quarter of an hour, above which an alert fires.')
@minValue(1)
@maxValue(100)
param failedRequestPercent int = 5

@description('When the timers fire: NCRONTAB, UTC. What each does: infra/README.md, Schedules.')
param schedules Schedules = {
  JobsSchedule: '*/20 * * * * *'
  NightlySweepSchedule: '0 */15 * * * *'
  SettleSchedule: '0 */5 * * * *'
  ZoneClaimsSchedule: '30 */5 * * * *'
}

@description('Further settings of the program, as Section__Name, see infra/README.md, Settings. What is set by hand is gone at the next deployment.')
param moreSettings object = {}

@description('A schedule for each timer. A timer whose setting is missing stops the whole host.')
type Schedules = {
  JobsSchedule: string
  NightlySweepSchedule: string
  SettleSchedule: string
  ZoneClaimsSchedule: string
}

var unique = uniqueString(resourceGroup().id, name)

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-${name}'
  location: location
}

module hostStorage 'modules/host-storage.bicep' = {
  name: 'host-storage'
  params: {
    name: take('${name}host${unique}', 24)
    location: location
    redundancy: hostRedundancy
    principalId: identity.properties.principalId
  }
}

module dataStorage 'modules/data-storage.bicep' = {
  name: 'data-storage'
  params: {
    name: take('${name}data${unique}', 24)
    location: location
    redundancy: dataRedundancy
    tableName: tableName
    principalId: identity.properties.principalId
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  params: {
    name: take('kv-${name}-${unique}', 24)
    location: location
    principalId: identity.properties.principalId
  }
}

module telemetry 'modules/telemetry.bicep' = {
  name: 'telemetry'
  params: {
    name: name
    location: location
    dailyCapGB: telemetryDailyCapGB
    retentionDays: telemetryRetentionDays
    principalId: identity.properties.principalId
  }
}

module functionApp 'modules/function-app.bicep' = {
  name: 'function-app'
  params: {
    name: 'func-${name}-${unique}'
    planName: 'plan-${name}'
    location: location
    identityName: identity.name
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    alwaysReadyHttp: alwaysReadyHttp
    deploymentContainerUri: hostStorage.outputs.deploymentContainerUri
    settings: union(
      schedules,
      moreSettings,
      {
        AzureWebJobsStorage__blobServiceUri: hostStorage.outputs.blobUri
        AzureWebJobsStorage__tableServiceUri: hostStorage.outputs.tableUri
        AzureWebJobsStorage__credential: 'managedidentity'
        AzureWebJobsStorage__clientId: identity.properties.clientId
        APPLICATIONINSIGHTS_CONNECTION_STRING: telemetry.outputs.connectionString
        APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.properties.clientId};Authorization=AAD'
        Storage__AzureTables__ServiceUri: dataStorage.outputs.tableUri
        Storage__AzureTables__Table: tableName
        Storage__AzureTables__IdentityClientId: identity.properties.clientId
        Tokens__Issuer: tokenIssuer
        Tokens__Audience: tokenAudience
        Authority__TimeZone: timeZone
        Signing__Key: vault.outputs.signingKeyReference
      },
      hasPreviousSigningKeys ? { Signing__PreviousKeys: vault.outputs.previousSigningKeysReference } : {}
    )
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    name: name
    location: location
    email: alertEmail
    applicationInsightsId: telemetry.outputs.applicationInsightsId
    workspaceId: telemetry.outputs.workspaceId
    tableServiceId: dataStorage.outputs.tableServiceId
    failedRequestPercent: failedRequestPercent
  }
}

@description('Name of the Function App, for deploying the package.')
output functionAppName string = functionApp.outputs.name

@description('Where the program answers.')
output apiUri string = 'https://${functionApp.outputs.hostName}/api'

@description('Name of the vault that needs the secret signing-key.')
output vaultName string = vault.outputs.name

@description('The account that holds the records; export and import need it.')
output dataTableUri string = dataStorage.outputs.tableUri
