namespace Mlops.Storage.Commands;

/// <summary>Tells statements that only read from those that may write, by their first word.</summary>
internal static class StatementKind
{
    private static readonly string[] Queries = ["SELECT", "VALUES", "EXPLAIN"];

    /// <summary>Whether the statement surely returns rows and changes nothing by itself.</summary>
    public static bool IsQuery(string sql)
    {
        var text = sql.AsSpan().TrimStart();
        foreach (var word in Queries)
        {
            if (StartsWithWord(text, word))
            {
                return true;
            }
        }

        // A common table expression can change rows, and then it has one of these words in it.
        return StartsWithWord(text, "WITH")
            && !sql.Contains("INSERT", StringComparison.OrdinalIgnoreCase)
            && !sql.Contains("UPDATE", StringComparison.OrdinalIgnoreCase)
            && !sql.Contains("DELETE", StringComparison.OrdinalIgnoreCase)
            && !sql.Contains("MERGE", StringComparison.OrdinalIgnoreCase);
    }

    private static bool StartsWithWord(ReadOnlySpan<char> text, string word) =>
        text.StartsWith(word, StringComparison.OrdinalIgnoreCase)
        && (text.Length == word.Length || !char.IsAsciiLetterOrDigit(text[word.Length]));
}
