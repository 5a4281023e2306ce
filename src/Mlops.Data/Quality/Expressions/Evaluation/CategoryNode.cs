namespace Mlops.Data.Quality.Expressions.Evaluation;

/// <summary>A category column; its texts are those of the dictionary.</summary>
internal sealed class CategoryNode(CategoryColumn column) : Node<string?>
{
    public override void Evaluate(int start, Span<string?> result)
    {
        var codes = column.Codes.Span.Slice(start, result.Length);
        for (var i = 0; i < codes.Length; i++)
        {
            result[i] = codes[i] == CategoryColumn.Missing ? null : column.Categories[codes[i]];
        }
    }
}
