using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using ArgaliConcessions.Functions.Service;
using ArgaliConcessions.Functions.Tests.Architecture;

namespace ArgaliConcessions.Functions.Tests.Docs;

/// <summary>infra/README.md names every setting that the program reads, with its default and range, and no other.</summary>
public sealed class SettingDocsTests
{
    private static readonly IReadOnlyList<string[]> Table = Page.Infra.Rows("Settings");

    private static readonly (string Name, PropertyInfo Property, Type Options)[] Settings =
    [
        .. from type in new[] { typeof(Application.Refusal), typeof(Registration), typeof(ArgaliConcessions.Storage.RecordStore), typeof(Host.Local.Serving.LocalServer) }.SelectMany(t => t.Assembly.GetTypes())
           let section = type.GetField("SectionName")?.GetRawConstantValue() as string
           where section is not null
           from property in type.GetProperties()
           where property.SetMethod is { IsPublic: true }
           select ($"{section}:{property.Name}", property, type),
    ];

    [Fact]
    public void Settings_AllOfThem_AreInTheTableAndNoOther() => Assert.Equal(
        Settings.Select(s => s.Name).Order(StringComparer.Ordinal), Table.Select(row => Page.Code(row[0]).Single()).Order(StringComparer.Ordinal));

    [Fact]
    public void Settings_Defaults_AreThoseOfTheCode() => Assert.All(
        Settings, s => Assert.Equal((s.Name, Text(s.Property.GetValue(Activator.CreateInstance(s.Options)))), (s.Name, RowOf(s.Name)[1])));

    [Fact]
    public void Settings_Ranges_AreThoseOfTheCode() => Assert.All(Settings, s => Assert.Equal((s.Name, Range(s.Property)), (s.Name, RowOf(s.Name)[2])));

    [Fact]
    public void Schedules_AllOfThem_AreInTheTableWithTheirDefaults()
    {
        var file = Path.Combine(SourceTree.Root, "src", "ArgaliConcessions.Host.Local", "appsettings.json");
        var defaults = JsonDocument.Parse(File.ReadAllText(file)).RootElement;
        var schedules = FunctionList.In(typeof(Registration).Assembly).Where(f => f.Timer is not null).Select(f => f.Timer!.Schedule.Trim('%'));

        Assert.Equal(
            schedules.Select(s => $"{s} {defaults.GetProperty(s).GetString()}").Order(StringComparer.Ordinal),
            Page.Infra.Rows("Schedules").Select(row => string.Join(' ', row.Take(2).SelectMany(Page.Code))).Order(StringComparer.Ordinal));
    }

    private static string[] RowOf(string setting) => Table.Single(row => Page.Code(row[0]).Contains(setting, StringComparer.Ordinal));

    private static string Range(PropertyInfo property)
    {
        if (property.GetCustomAttribute<RangeAttribute>() is { } range) return $"{Text(range.Minimum)} to {Text(range.Maximum)}";
        if (property.PropertyType.IsEnum) return string.Join(", ", Enum.GetNames(property.PropertyType).Select(Text));
        if (property.PropertyType == typeof(bool)) return $"{Text(false)}, {Text(true)}";
        return property.GetCustomAttribute<RequiredAttribute>() is null ? "any" : "not empty";
    }

    private static string Text(object? value) => $"`{Convert.ToString(value, CultureInfo.InvariantCulture)}`";
}
