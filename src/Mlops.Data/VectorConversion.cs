using System.Text;
using Mlops.Data.Parsing;

namespace Mlops.Data;

/// <summary>Free texts and embeddings as other columns, and others as these; the rules are those of <see cref="Column.ConvertTo"/>.</summary>
internal static class VectorConversion
{
    public static TextColumn CategoryToText(CategoryColumn column)
    {
        var codes = column.Codes.Span;
        var log = new FailureLog.Builder();
        var texts = new TextBuilder(column.Name);
        for (var row = 0; row < codes.Length; row++)
        {
            if (codes[row] == CategoryColumn.Missing)
            {
                texts.AddMissing();
            }
            else if (!texts.TryAdd(column.Categories[codes[row]]))
            {
                // Half of a surrogate pair has no UTF-8.
                log.Add(row, column.Categories[codes[row]]);
                texts.AddMissing();
            }
        }

        return texts.Build(column.SourceType, FailureLog.Merge(column.FailureLog, log.Build()));
    }

    public static CategoryColumn TextToCategory(TextColumn column)
    {
        var categories = new CategoryDictionary();
        var codes = new int[column.Length];
        for (var row = 0; row < codes.Length; row++)
            codes[row] = column[row] is { } text ? categories.CodeOf(text) : CategoryColumn.Missing;
        return new CategoryColumn(column.Name, column.SourceType, codes, categories.ToList(), column.FailureLog);
    }

    public static CategoryColumn EmbeddingToCategory(EmbeddingColumn column)
    {
        var categories = new CategoryDictionary();
        var codes = new int[column.Length];
        for (var row = 0; row < codes.Length; row++)
        {
            codes[row] = column.IsMissing(row)
                ? CategoryColumn.Missing
                : categories.CodeOf(VectorParser.Format(column[row]));
        }

        return new CategoryColumn(column.Name, column.SourceType, codes, categories.ToList(), column.FailureLog);
    }

    public static EmbeddingColumn TextToEmbedding(CategoryColumn column)
    {
        var vectors = new EmbeddingBuilder(column.Name);
        var log = new FailureLog.Builder();
        var components = new List<float>();
        for (var row = 0; row < column.Length; row++)
        {
            var text = column[row];
            if (text is not null && TryAdd(vectors, text, components))
                continue;
            vectors.AddMissing();
            if (text is not null)
                log.Add(row, text);
        }

        var source = SourceTypes.OrText(column.SourceType, SourceType.Single);
        return vectors.Build(source, FailureLog.Merge(column.FailureLog, log.Build()));
    }

    private static bool TryAdd(EmbeddingBuilder vectors, string text, List<float> components) =>
        VectorParser.TryParse(ValueParser.Trim(Encoding.UTF8.GetBytes(text)), components)
        && vectors.TryAdd(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(components));
}
