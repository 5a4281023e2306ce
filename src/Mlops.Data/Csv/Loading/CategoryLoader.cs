using System.Buffers;
using System.Text.Unicode;

namespace Mlops.Data.Csv.Loading;

/// <summary>Loads texts.</summary>
internal sealed class CategoryLoader : ColumnLoader
{
    private readonly CategoryDictionary _categories = new();
    private GrowingArray<int> _codes = new();
    private char[] _decoded = new char[256];

    public override LoadResult Append(ReadOnlySpan<byte> text, ReadOnlySpan<byte> trimmed)
    {
        if (text.Length > _decoded.Length)
            _decoded = new char[Math.Max(text.Length, Math.Min(2 * _decoded.Length, Array.MaxLength))];
        var status = Utf8.ToUtf16(text, _decoded, out _, out var length, replaceInvalidSequences: false);
        var decoded = _decoded.AsSpan(0, length);
        if (status != OperationStatus.Done || decoded.Contains('\0'))
            return LoadResult.InvalidText;
        _codes.Add(_categories.CodeOf(decoded));
        return LoadResult.Loaded;
    }

    public override void AppendMissing() => _codes.Add(CategoryColumn.Missing);

    public override Column Build(string name) =>
        new CategoryColumn(name, SourceType.Text, _codes.ToArray(), _categories.ToList());
}
