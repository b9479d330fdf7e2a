metadata description = 'The Functions host\'s own account: packages, timer leases and host keys in blobs, the host\'s diagnostic events in a table. No queue is used. No records of the program.'

@description('Name of the account.')
@minLength(3)
@maxLength(24)
param name string

@description('Region.')
param location string

@description('How many copies, and where.')
param redundancy string

@description('Object id of the identity that the app runs as.')
param principalId string

@description('Storage Blob Data Owner: what Microsoft documents as the least for AzureWebJobsStorage by identity. It covers packages, leases of timers and the host\'s keys.')
var blobDataOwner = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'

@description('Storage Table Data Contributor: the host writes its diagnostic events into a table and reports AZFD0003 when it cannot.')
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

  resource blobs 'blobServices' = {
    name: 'default'

    resource packages 'containers' = {
      name: 'packages'
      properties: { publicAccess: 'None' }
    }
  }
}

resource roles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in [blobDataOwner, tableDataContributor]: {
    name: guid(account.id, principalId, role)
    scope: account
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
      principalId: principalId
      principalType: 'ServicePrincipal'
    }
  }
]

@description('Blob endpoint.')
output blobUri string = account.properties.primaryEndpoints.blob

@description('Table endpoint.')
output tableUri string = account.properties.primaryEndpoints.table

@description('Where packages are put by a deployment.')
output deploymentContainerUri string = '${account.properties.primaryEndpoints.blob}${account::blobs::packages.name}'
