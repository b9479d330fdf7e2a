namespace ArgaliConcessions.Functions.Http.Bodies;

/// <summary>All faults of one request, collected so that the caller can mend them in one go; at most 100 are kept.</summary>
public sealed class Faults
{
    private const int Most = 100;
    private readonly List<Fault> _list = [];

    public IReadOnlyList<Fault> List => _list;

    public bool Any => _list.Count > 0;

    public void AddAt(string pointer, string code, params (string Name, object? Value)[] args) => Add(pointer, null, code, args);

    public void AddParameter(string parameter, string code, params (string Name, object? Value)[] args) => Add(null, parameter, code, args);

    private void Add(string? pointer, string? parameter, string code, (string Name, object? Value)[] args)
    {
        if (_list.Count >= Most) return;
        _list.Add(new Fault(pointer, parameter, code, args.ToDictionary(a => a.Name, a => a.Value, StringComparer.Ordinal)));
    }
}
