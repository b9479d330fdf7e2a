namespace Microsoft.Azure.Functions.Worker;

/// <summary>Stands for the enum of the same name in Microsoft.Azure.Functions.Worker.Extensions.Http: which platform key a trigger asks for.</summary>
public enum AuthorizationLevel
{
    Anonymous = 0,
    User = 1,
    Function = 2,
    System = 3,
    Admin = 4,
}
