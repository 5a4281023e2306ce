using System.Text;
using System.Text.Json;

namespace Mlops.Data.JsonLines;

/// <summary>A property that was seen, with those of the objects it held.</summary>
internal sealed class JsonProperty(string name)
{
    private readonly List<(byte[] Utf8, JsonProperty Property)> _children = [];
    private readonly Dictionary<string, JsonProperty> _byName = new(StringComparer.Ordinal);
    private int _expected;

    /// <summary>The column's name: those of the objects around it and its own, with points between.</summary>
    public string Name { get; } = name;

    /// <summary>The column's position; negative while it has none.</summary>
    public int Column { get; set; } = -1;

    /// <summary>Whether it ever held an object that was taken apart.</summary>
    public bool HasProperties => _children.Count > 0;

    /// <summary>The property of the name on which the reader stands.</summary>
    /// <remarks>Lines mostly have the same properties in the same order, so the one after the last is looked at first.</remarks>
    public JsonProperty Child(ref Utf8JsonReader reader)
    {
        if (_expected >= _children.Count)
            _expected = 0;
        if (_children.Count > 0 && reader.ValueTextEquals(_children[_expected].Utf8))
            return _children[_expected++].Property;
        var own = reader.GetString()!;
        if (!_byName.TryGetValue(own, out var child))
        {
            child = new JsonProperty(Name.Length == 0 ? own : $"{Name}.{own}");
            _byName.Add(own, child);
            _children.Add((Encoding.UTF8.GetBytes(own), child));
        }

        _expected = _children.FindIndex(entry => ReferenceEquals(entry.Property, child)) + 1;
        return child;
    }
}
