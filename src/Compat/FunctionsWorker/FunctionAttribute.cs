namespace Microsoft.Azure.Functions.Worker;

/// <summary>Stands for the attribute of the same name in Microsoft.Azure.Functions.Worker.Core: marks a method as a function.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class FunctionAttribute : Attribute
{
    public FunctionAttribute(string name) => Name = name;

    /// <summary>The function's name, unique within an app.</summary>
    public string Name { get; }
}
