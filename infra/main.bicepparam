using 'main.bicep'

// An example: an authority in Tajikistan, whose tokens come from Entra ID. Copy it, and put in your own.
param name = 'argali'
param timeZone = 'Asia/Dushanbe'
param tokenIssuer = 'https://login.microsoftonline.com/00000000-0000-0000-0000-000000000000/v2.0'
param tokenAudience = '00000000-0000-0000-0000-000000000000'
param alertEmail = 'operators@example.org'
