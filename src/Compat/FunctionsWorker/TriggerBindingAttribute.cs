namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>Stands for the common base of triggers in Microsoft.Azure.Functions.Worker.Extensions.Abstractions.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public abstract class TriggerBindingAttribute : Attribute
{
}
