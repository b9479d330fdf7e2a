namespace ArgaliConcessions.Functions.Tests.Wording;

/// <summary>
/// The forms of every Russian word that stands beside a number, read and agreed on one by one: of one, of few (2-4), of many. The same noun has other
/// forms where the sentence asks for another case: "осталось 2 дня", but "не более 2 дней".
/// </summary>
internal static class AgreedForms
{
    private const string OneNumbers = "1 21 101";
    private const string FewNumbers = "2 22";

    /// <summary>As in "there are …" or "with … the quota is full"; of animals also the accusative.</summary>
    private static readonly string[] Nominative =
    [
        "год|года|лет", "день|дня|дней", "её день|её дня|её дней", "животное|животных|животных", "замечание|замечания|замечаний",
        "замечание в силе|замечания в силе|замечаний в силе", "запись|записи|записей", "зона|зоны|зон", "концессия|концессии|концессий", "лицензия|лицензии|лицензий",
        "лицензия проверена|лицензии проверены|лицензий проверено", "лицензия с замечаниями|лицензии с замечаниями|лицензий с замечаниями",
        "место|места|мест", "наложение|наложения|наложений", "отмеченная лицензия|отмеченные лицензии|отмеченных лицензий", "ошибка|ошибки|ошибок", "строка|строки|строк", "участок|участка|участков",
        "символ|символа|символов",
    ];

    /// <summary>As in "not more than …", "of …", "beside …": few and many are one form.</summary>
    private static readonly string[] Genitive =
    [
        "байта|байт|байт", "года|лет|лет", "бирки|бирок|бирок", "версии|версий|версий", "видимого символа|видимых символов|видимых символов",
        "календарного года|календарных лет|календарных лет", "лицензии|лицензий|лицензий", "отчёта|отчётов|отчётов", "редакции|редакций|редакций",
        "точки|точек|точек", "знака|знаков|знаков", "зоны|зон|зон", "контура|контуров|контуров", "дня|дней|дней",
    ];

    /// <summary>Verbs and participles that agree with the number.</summary>
    private static readonly string[] Verbs =
    [
        "закрыт|закрыты|закрыто", "запись помечена|записи помечены|записей помечено", "идентификатор создан|идентификатора созданы|идентификаторов создано", "находится|находятся|находятся", "приходится|приходятся|приходятся", "Проверена|Проверены|Проверено",
        "она пропущена|они пропущены|они пропущены",
    ];

    public static IReadOnlyList<string> All { get; } = [.. Nominative, .. Genitive, .. Verbs];

    /// <summary>The numbers that texts are read with.</summary>
    public static IReadOnlyList<int> Numbers { get; } = [0, 1, 2, 5, 11, 21, 22, 25, 101, 111];

    /// <summary>Which of three forms goes with one of <see cref="Numbers"/>: written down, not computed.</summary>
    public static int Index(int number) => OneNumbers.Split(' ').Contains($"{number}") ? 0 : FewNumbers.Split(' ').Contains($"{number}") ? 1 : 2;
}
