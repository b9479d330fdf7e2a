using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Host.Local.CommandLine;

/// <summary>The language of the person at the console, as their system states it (<c>LANG=ru_RU.UTF-8</c>); else English.</summary>
internal static class ConsoleLanguage
{
    public static Language Of(Func<string, string?> environment)
    {
        var locale = new[] { "LC_ALL", "LC_MESSAGES", "LANG" }.Select(environment).FirstOrDefault(l => !string.IsNullOrEmpty(l)) ?? "";
        return Language.Find(locale.Split('_', '.')[0]) ?? Language.English;
    }
}
