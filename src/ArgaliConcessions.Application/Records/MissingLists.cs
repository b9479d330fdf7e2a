using System.Collections.Immutable;
using System.Text.Json.Serialization.Metadata;

namespace ArgaliConcessions.Application.Records;

/// <summary>
/// Makes a list that an older record does not have an empty one: the default of <see cref="ImmutableArray{T}"/> is a
/// trap that throws when it is read.
/// </summary>
internal static class MissingLists
{
    public static void Fill(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object) return;
        var lists = type.Properties.Where(p => IsList(p.PropertyType) && p is { Get: not null, Set: not null })
            .Select(p => (Property: p, Missing: Activator.CreateInstance(p.PropertyType)!, Empty: EmptyOf(p.PropertyType))).ToArray();
        if (lists.Length == 0) return;
        type.OnDeserialized = read =>
        {
            foreach (var (property, missing, empty) in lists)
            {
                if (missing.Equals(property.Get!(read))) property.Set!(read, empty);
            }
        };
    }

    private static bool IsList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>);

    private static object EmptyOf(Type list) => list.GetField(nameof(ImmutableArray<int>.Empty))!.GetValue(null)!;
}
