using System.Text.Json;

namespace ArgaliConcessions.Functions.Http.Bodies;

/// <summary>
/// Reads one JSON object member by member, knows where it is, and collects everything that is wrong instead of
/// stopping at the first fault. A member that is faulty or missing answers a harmless stand-in, which nobody sees:
/// when anything was wrong, the request ends with the list of faults (see <see cref="Call.ReadAsync{T}"/>).
/// </summary>
/// <remarks>A member is read by one call; <c>null</c> is the same as absent. Members that nobody read are faults.</remarks>
public sealed partial class BodyReader
{
    private readonly Faults _faults;
    private readonly Dictionary<string, JsonElement> _members = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    internal BodyReader(JsonElement element, string pointer, Faults faults)
    {
        _faults = faults;
        Pointer = pointer;
        if (element.ValueKind != JsonValueKind.Object) _faults.AddAt(pointer, "wrong-type", ("expected", "object"));
        else foreach (var member in element.EnumerateObject()) Remember(member);
    }

    /// <summary>Where this object lies in the body: a JSON pointer.</summary>
    public string Pointer { get; }

    /// <summary>Where a member of this object lies.</summary>
    public string PointerTo(string name) => $"{Pointer}/{JsonPointer.Escape(name)}";

    /// <summary>Whether a member is there and not null.</summary>
    public bool Has(string name) => _members.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null;

    /// <summary>Adds a fault of the caller's own at a member, worded by <c>fault.code</c>.</summary>
    public void Fault(string name, string code, params (string Name, object? Value)[] args) => _faults.AddAt(PointerTo(name), code, args);

    /// <summary>Adds a fault of the caller's own elsewhere in the body, where what this object says has to do with it.</summary>
    public void FaultAt(string pointer, string code, params (string Name, object? Value)[] args) => _faults.AddAt(pointer, code, args);

    /// <summary>Lets members stand that answers carry and that a client may send back unchanged.</summary>
    public void Ignore(params ReadOnlySpan<string> names)
    {
        foreach (var name in names) _seen.Add(name);
    }

    /// <summary>Lets all members stand that nobody read: for objects of other programs, such as a GIS's properties.</summary>
    public void IgnoreRest() => _seen.UnionWith(_members.Keys);

    /// <summary>Called once when the object has been read: what nobody asked for is a fault, most likely a misspelt name.</summary>
    internal void Finish()
    {
        foreach (var name in _members.Keys.Where(n => !_seen.Contains(n))) _faults.AddAt(PointerTo(name), "unknown-member");
    }

    private void Remember(JsonProperty member)
    {
        if (!_members.TryAdd(member.Name, member.Value)) _faults.AddAt(PointerTo(member.Name), "duplicate-member");
    }

    private JsonElement? Find(string name, bool required)
    {
        _seen.Add(name);
        if (Has(name)) return _members[name];
        if (required) _faults.AddAt(PointerTo(name), "required");
        return null;
    }

    private void WrongType(string pointer, string expected) => _faults.AddAt(pointer, "wrong-type", ("expected", expected));
}
