using System.Collections.ObjectModel;

namespace Mlops.Data;

/// <summary>Gives each distinct text a code, in the order in which they come.</summary>
internal sealed class CategoryDictionary
{
    private readonly Dictionary<string, int> _codes;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _codesBySpan;
    private readonly List<string> _texts = [];

    public CategoryDictionary()
    {
        _codes = new Dictionary<string, int>(StringComparer.Ordinal);
        _codesBySpan = _codes.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public int CodeOf(string text)
    {
        if (!_codes.TryGetValue(text, out var code))
            code = Add(text);
        return code;
    }

    public int CodeOf(ReadOnlySpan<char> text) =>
        _codesBySpan.TryGetValue(text, out var code) ? code : Add(text.ToString());

    public ReadOnlyCollection<string> ToList() => Array.AsReadOnly(_texts.ToArray());

    private int Add(string text)
    {
        var code = _texts.Count;
        _codes.Add(text, code);
        _texts.Add(text);
        return code;
    }
}
