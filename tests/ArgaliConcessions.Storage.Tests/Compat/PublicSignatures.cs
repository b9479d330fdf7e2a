using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace ArgaliConcessions.Storage.Tests.Compat;

/// <summary>Writes the public and protected members of an assembly in one canonical form, one line each.</summary>
internal static class PublicSignatures
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <returns>A line for each visible type and for each member that it declares, in ordinal order.</returns>
    public static IReadOnlyList<string> Of(Assembly assembly) =>
        [.. assembly.GetExportedTypes().SelectMany(t => Members(t).Prepend(TypeLine(t))).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Members(Type type) => type.GetMembers(Declared).Select(member => member switch
    {
        ConstructorInfo c when Visible(c) => $"{TypeNames.Of(type)}: {Modifiers(c)}new({Parameters(c)})",
        MethodInfo m when Visible(m) && (!m.IsSpecialName || m.Name.StartsWith("op_", StringComparison.Ordinal)) =>
            $"{TypeNames.Of(type)}: {Modifiers(m)}{TypeNames.Of(m.ReturnParameter)} {m.Name}{Generics(m)}({Parameters(m)}){Constraints(m)}",
        PropertyInfo p when p.GetAccessors(nonPublic: true).Any(Visible) => PropertyLine(type, p),
        FieldInfo f when f.IsPublic && f.IsLiteral =>
            $"{TypeNames.Of(type)}: const {f.Name} = {Convert.ToInt64(f.GetRawConstantValue(), CultureInfo.InvariantCulture)}",
        FieldInfo f when (f.IsPublic || f.IsFamily) && !f.IsSpecialName => $"{TypeNames.Of(type)}: field {TypeNames.Of(f.FieldType)} {f.Name}",
        _ => null,
    }).OfType<string>();

    private static string TypeLine(Type type)
    {
        var kind = type.IsInterface ? "interface" : type.IsEnum ? "enum" : type.IsValueType ? "struct" : "class";
        var shape = type switch
        {
            { IsInterface: true } or { IsEnum: true } => "",
            { IsValueType: true } => type.IsDefined(typeof(IsReadOnlyAttribute), inherit: false) ? "readonly " : "",
            { IsAbstract: true, IsSealed: true } => "static ",
            { IsAbstract: true } => "abstract ",
            { IsSealed: true } => "sealed ",
            _ => "",
        };
        var bases = type.IsEnum ? [TypeNames.Of(Enum.GetUnderlyingType(type))]
            : (type.BaseType is { } b && b != typeof(object) && !type.IsValueType ? new[] { TypeNames.Of(b) } : [])
                .Concat(OwnInterfaces(type).Select(TypeNames.Of).Order(StringComparer.Ordinal));
        return $"{TypeNames.Of(type)}: {shape}{kind} : {string.Join(", ", bases)}".TrimEnd(' ', ':');
    }

    private static IEnumerable<Type> OwnInterfaces(Type type) => type.GetInterfaces().Except(type.BaseType?.GetInterfaces() ?? []);

    private static string PropertyLine(Type type, PropertyInfo property)
    {
        var accessors = property.GetAccessors(nonPublic: true).Where(Visible).ToArray();
        var index = property.GetIndexParameters() is [_, ..] i ? "[" + string.Join(", ", i.Select(Parameter)) + "]" : "";
        var words = accessors.Select(a => (a.IsPublic ? "" : "protected ") + (a == property.GetMethod ? "get;" : "set;"));
        return $"{TypeNames.Of(type)}: {Modifiers(accessors[0])}{TypeNames.Of(property)} {property.Name}{index} {{ {string.Join(' ', words)} }}";
    }

    private static bool Visible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Modifiers(MethodBase method) =>
        (method.IsPublic ? "public " : "protected ") + (method.IsStatic ? "static " : "") + method switch
        {
            { IsAbstract: true } => "abstract ",
            MethodInfo m when m.GetBaseDefinition() != m => "override ",
            { IsVirtual: true, IsFinal: false } => "virtual ",
            _ => "",
        };

    private static string Generics(MethodInfo method) =>
        method.IsGenericMethod ? "<" + string.Join(", ", method.GetGenericArguments().Select(a => a.Name)) + ">" : "";

    private static string Constraints(MethodInfo method) => !method.IsGenericMethod ? "" : string.Concat(method.GetGenericArguments().Select(a =>
        $" where {a.Name} : " + string.Join(", ", a.GetGenericParameterConstraints().Select(TypeNames.Of)
            .Prepend(a.GenericParameterAttributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint) ? "class" : "any"))));

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo p) =>
        (p.IsOut ? "out " : p.ParameterType.IsByRef ? "ref " : p.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "")
        + $"{TypeNames.Of(p)} {p.Name}" + (p.HasDefaultValue ? " = " + (p.DefaultValue ?? "default") : "");
}
