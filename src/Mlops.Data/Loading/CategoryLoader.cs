using System.Buffers;
using System.Text.Unicode;

namespace Mlops.Data.Loading;

/// <summary>Loads texts of which equal ones are held once.</summary>
/// <param name="rows">How many rows will probably come; 0 when nobody knows.</param>
internal sealed class CategoryLoader(int rows = 0) : ColumnLoader
{
    private readonly CategoryDictionary _categories = new();
    private GrowingArray<int> _codes = new(rows);
    private char[] _decoded = new char[256];

    public override ColumnKind? Kind => ColumnKind.Category;

    public override Column Build(string name) =>
        new CategoryColumn(name, SourceType.Text, _codes.ToMemory(), _categories.ToList());

    protected override LoadResult AppendValue(ReadOnlySpan<byte> text, ReadOnlySpan<byte> trimmed, FieldShape shape)
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

    protected override void AppendMissingValue() => _codes.Add(CategoryColumn.Missing);
}
