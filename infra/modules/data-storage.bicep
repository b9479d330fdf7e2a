metadata description = 'The account of the records: one table. Its other endpoints exist, as in every account, but nobody has a role on them and shared keys are off.'

@description('Name of the account.')
@minLength(3)
@maxLength(24)
param name string

@description('Region.')
param location string

@description('How many copies, and where.')
param redundancy string

@description('Name of the table. The program does not make it.')
param tableName string

@description('Object id of the identity that the app runs as.')
param principalId string

@description('Storage Table Data Contributor.')
var tableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: name
  location: location
  kind: 'StorageV2'
  sku: { name: redundancy }
  properties: {
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    // Without a virtual network the app reaches storage at its public address; only Entra ID opens it.
    publicNetworkAccess: 'Enabled'
  }

  resource tables 'tableServices' = {
    name: 'default'

    resource records 'tables' = {
      name: tableName
    }
  }
}

// The records cannot be brought back from within Azure once the account is gone.
resource keep 'Microsoft.Authorization/locks@2020-05-01' = {
  name: 'keep-the-records'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'The register. Export it before this lock is lifted.'
  }
}

// On the account, which holds this one table: a commit of several rows is sent to the account's $batch address, not to the table's.
resource role 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, principalId, tableDataContributor)
  scope: account
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', tableDataContributor)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

@description('Table endpoint.')
output tableUri string = account.properties.primaryEndpoints.table

@description('Resource id of the account\'s table service, which has the metrics.')
output tableServiceId string = account::tables.id
