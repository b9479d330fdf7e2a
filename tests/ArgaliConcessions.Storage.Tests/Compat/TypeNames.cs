using System.Reflection;

namespace ArgaliConcessions.Storage.Tests.Compat;

/// <summary>Full names of types; after a reference type that was annotated, <c>?</c> or <c>!</c> (nothing where its source says nothing of null).</summary>
internal static class TypeNames
{
    public static string Of(ParameterInfo parameter) => Annotated(parameter.ParameterType, new NullabilityInfoContext().Create(parameter));

    public static string Of(PropertyInfo property) => Annotated(property.PropertyType, new NullabilityInfoContext().Create(property));

    public static string Of(Type type) => Annotated(type, nullability: null);

    private static string Annotated(Type type, NullabilityInfo? nullability)
    {
        if (type.IsByRef) return Annotated(type.GetElementType()!, nullability);
        if (type.IsArray) return Annotated(type.GetElementType()!, nullability?.ElementType) + "[]" + Mark(type, nullability);
        if (Nullable.GetUnderlyingType(type) is { } value) return Annotated(value, nullability: null) + "?";
        if (!type.IsGenericType) return Plain(type) + Mark(type, nullability);

        var arguments = type.GetGenericArguments();
        var known = nullability?.GenericTypeArguments is { } n && n.Length == arguments.Length ? n : null;
        return Plain(type) + "<" + string.Join(", ", arguments.Select((a, i) => Annotated(a, known?[i]))) + ">" + Mark(type, nullability);
    }

    private static string Plain(Type type)
    {
        if (type.IsGenericParameter) return type.Name;
        var name = type.Name.Split('`')[0];
        return type.DeclaringType is { } outer ? $"{Plain(outer)}.{name}" : $"{type.Namespace}.{name}";
    }

    private static string Mark(Type type, NullabilityInfo? nullability) => type.IsValueType ? "" : nullability?.ReadState switch
    {
        NullabilityState.Nullable => "?",
        NullabilityState.NotNull => "!",
        _ => "",
    };
}
