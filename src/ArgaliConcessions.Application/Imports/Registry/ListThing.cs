using ArgaliConcessions.Application.Imports.Tables;

namespace ArgaliConcessions.Application.Imports.Registry;

/// <summary>One thing of a list, as its own PUT would be asked to record it.</summary>
/// <param name="Rows">Where it stands in the list.</param>
/// <param name="Address">Its address below the API's prefix.</param>
/// <param name="Places">Where in the list the fields of its PUT stand, by JSON pointer.</param>
internal sealed record ListThing<T>(RowGroup Rows, string Address, T Content, IReadOnlyDictionary<string, (int Line, string Column)> Places)
{
    /// <summary>Its first row.</summary>
    public int Line => Rows.Line;

    /// <summary>What a rule has against it, at the cell that the rule's field came from.</summary>
    public ListFault FaultOf(Reason reason)
    {
        for (var pointer = reason.Pointer; !string.IsNullOrEmpty(pointer); pointer = pointer[..pointer.LastIndexOf('/')])
        {
            if (Places.TryGetValue(pointer, out var place)) return new ListFault(place.Line, place.Column, reason.Code) { Reason = reason };
        }

        return new ListFault(Line, null, reason.Code) { Reason = reason };
    }

    /// <summary>The line on which a column of the thing's own stands; its first where the list leaves it empty.</summary>
    public int LineOf(string column) => Rows.PlaceOf(column).Line;
}

/// <summary>A list as things, and all that is wrong with its form.</summary>
internal sealed record ThingList<T>(ListReading<ListRow> Reading, IReadOnlyList<ListThing<T>> Things, IReadOnlyList<ListFault> Faults)
{
    /// <summary>Rows of one list at most.</summary>
    public const int MaxRows = 2_000;

    /// <summary>Things of one list at most: each is recorded by a request's worth of commits, and all of them within one request.</summary>
    public const int MaxThings = 500;

    /// <param name="rows">Puts the rows together by thing.</param>
    /// <param name="read">Reads a thing; null where its rows do not tell one.</param>
    public static ThingList<T> Read(
        ListFile file, ColumnSet columns, Func<IReadOnlyList<ListRow>, IEnumerable<RowGroup>> rows, Func<RowGroup, ListThing<T>?> read)
    {
        var reading = ListReading<ListRow>.Read(file, columns, row => row.Row);
        if (reading.Rows.Length > MaxRows) return TooMany(reading, MaxRows);
        var groups = rows(reading.Rows).ToList();
        if (groups.Count > MaxThings) return TooMany(reading, MaxThings);
        var things = new List<ListThing<T>>();
        var faults = new List<ListFault>(reading.Faults);
        var unread = reading.Faults.Where(f => f.Column is not null && f.Code != "required").Select(f => f.Line).ToHashSet();
        foreach (var group in groups)
        {
            var thing = read(group);
            var isUnread = group.Rows.Any(row => unread.Contains(row.Line));
            // A cell that could not be read at all is not empty besides.
            faults.AddRange(group.Faults.Where(f => !isUnread || f.Code != "required"));
            if (thing is not null && !isUnread && group.Faults.Count == 0) things.Add(thing);
        }

        return new ThingList<T>(reading, things, [.. faults.Distinct()]);
    }

    private static ThingList<T> TooMany(ListReading<ListRow> reading, int most) =>
        new(reading, [], [.. reading.Faults, new ListFault(0, null, "too-long-for-one-request", CellText.Of(most))]);
}
