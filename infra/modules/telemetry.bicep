metadata description = 'Application Insights above a workspace with a daily cap. Only Entra ID may write to it.'

@description('Short name of this deployment.')
param name string

@description('Region.')
param location string

@description('Most telemetry a day, in GB, as a decimal number.')
param dailyCapGB string

@description('Days for which it is kept.')
param retentionDays int

@description('Object id of the identity that the app runs as.')
param principalId string

@description('Monitoring Metrics Publisher: may send telemetry, may read none.')
var metricsPublisher = '3913510d-42f4-4e42-8a64-420c390055eb'

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' = {
  name: 'log-${name}'
  location: location
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: retentionDays
    // Bicep has no decimal numbers.
    workspaceCapping: { dailyQuotaGb: json(dailyCapGB) }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: 'appi-${name}'
  location: location
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    DisableLocalAuth: true
  }
}

resource role 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, principalId, metricsPublisher)
  scope: insights
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', metricsPublisher)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

@description('Where the host sends telemetry. Without the role it opens nothing.')
output connectionString string = insights.properties.ConnectionString

@description('Resource id of Application Insights.')
output applicationInsightsId string = insights.id

@description('Resource id of the workspace.')
output workspaceId string = workspace.id
