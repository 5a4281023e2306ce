namespace Mlops.Data.Quality.Expressions.Evaluation;

/// <summary>A column of free text, decoded as it is asked for.</summary>
internal sealed class TextNode(TextColumn column) : Node<string?>
{
    public override void Evaluate(int start, Span<string?> result)
    {
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = column[start + i];
        }
    }
}
