using System.Data;

namespace Mlops.Data.DataReaders;

/// <summary>Takes texts, each into a dictionary of those that were there before or, as free text, for itself.</summary>
/// <param name="ordinal">The column's position.</param>
/// <param name="name">The column's name.</param>
/// <param name="isFree">Whether each is held for itself.</param>
/// <param name="get">Takes a text from a row.</param>
internal sealed class TextFieldReader(int ordinal, string name, bool isFree, Func<IDataRecord, int, string> get)
    : FieldReader
{
    private TextBuilder _texts = new(name);
    private CategoryDictionary _categories = new();
    private List<int> _codes = [];

    public override void Append(IDataRecord record)
    {
        var text = record.IsDBNull(ordinal) ? null : get(record, ordinal);
        if (!isFree)
            _codes.Add(text is null ? CategoryColumn.Missing : _categories.CodeOf(text));
        else if (text is null)
            _texts.AddMissing();
        else if (!_texts.TryAdd(text))
            throw new FormatException("The text holds half of a surrogate pair, which is no character.");
    }

    public override Column Build()
    {
        Column column = isFree
            ? _texts.Build(SourceType.Text)
            : new CategoryColumn(name, SourceType.Text, _codes.ToArray(), _categories.ToList());
        _texts = new TextBuilder(name);
        _categories = new CategoryDictionary();
        _codes = [];
        return column;
    }
}
