metadata description = 'Key Vault for the key that signs links and seals cursors. The secrets are put there by hand, so that no template and no deployment log has seen them.'

@description('Name of the vault.')
@minLength(3)
@maxLength(24)
param name string

@description('Region.')
param location string

@description('Object id of the identity that the app runs as.')
param principalId string

@description('Key Vault Secrets User: may read secrets, nothing else.')
var secretsUser = '4633458b-17de-408a-b874-0445c86b69e6'

@description('Secret with the key that signs: PEM, PKCS#8, P-256.')
var signingKeySecret = 'signing-key'

@description('Secret with the keys that no longer sign but still verify: PEM after PEM.')
var previousKeysSecret = 'previous-signing-keys'

@description('Days for which a deleted secret can be brought back.')
var recoverableDays = 90

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: name
  location: location
  properties: {
    tenantId: subscription().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
    softDeleteRetentionInDays: recoverableDays
    publicNetworkAccess: 'Enabled'
  }
}

resource role 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, principalId, secretsUser)
  scope: vault
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUser)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

@description('Name of the vault.')
output name string = vault.name

@description('App setting that refers to the key that signs.')
output signingKeyReference string = '@Microsoft.KeyVault(SecretUri=${vault.properties.vaultUri}secrets/${signingKeySecret})'

@description('App setting that refers to the keys that still verify.')
output previousSigningKeysReference string = '@Microsoft.KeyVault(SecretUri=${vault.properties.vaultUri}secrets/${previousKeysSecret})'
