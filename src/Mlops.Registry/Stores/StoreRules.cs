using System.Text;

namespace Mlops.Registry.Stores;

/// <summary>What every store refuses, in the same words.</summary>
internal static class StoreRules
{
    public const int LargestEntry = 1 << 20;
    private const int LargestPage = 1000;
    private const int LongestText = 300;
    private const int LongestAlias = 200;

    public static void Check(RecordKey key)
    {
        if (!Enum.IsDefined(key.Kind))
        {
            throw new ArgumentOutOfRangeException(nameof(key), key.Kind, "There is no such kind of records.");
        }

        CheckText(key.Id, "A record's id", LongestText, nameof(key));
        if (key.Id.Length == 0)
        {
            throw new ArgumentException("A record's id has 1 to 300 characters; this one has none.", nameof(key));
        }
    }

    public static void Check(RecordIndex index)
    {
        ArgumentNullException.ThrowIfNull(index);
        CheckText(index.Model, "A model", LongestText, nameof(index));
        CheckText(index.Author, "An author", LongestText, nameof(index));
        CheckText(index.Alias, "An alias", LongestAlias, nameof(index));
        foreach (var (name, value) in index.Tags)
        {
            CheckText(name, "A tag's name", int.MaxValue, nameof(index));
            CheckText(value, "A tag's value", int.MaxValue, nameof(index));
        }
    }

    public static void CheckEntry(ReadOnlyMemory<byte> entry, string? subject)
    {
        if (entry.Length > LargestEntry)
        {
            throw new ArgumentException(
                $"An entry has at most {LargestEntry} bytes; this one has {entry.Length}: keep what is large in a record, and its digest in the entry.",
                nameof(entry)
            );
        }

        CheckText(subject, "A subject", LongestText, nameof(subject));
    }

    public static void Check(RecordQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        CheckLimit(query.Limit);
        if (!Enum.IsDefined(query.Order))
        {
            throw new ArgumentOutOfRangeException(nameof(query), query.Order, "There is no such order.");
        }
    }

    public static void CheckLimit(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, LargestPage);
    }

    public static InvalidOperationException NoEntry() =>
        new(
            "Records were changed and no entry was appended: a change is logged in the commit that makes it, or not made."
        );

    public static InvalidOperationException IsOver() =>
        new("The unit has ended: read and write within the delegate that was given it.");

    private static void CheckText(string? text, string what, int longest, string parameter)
    {
        if (text is null)
        {
            return;
        }

        if (text.Length > longest)
        {
            throw new ArgumentException(
                $"{what} has at most {longest} characters; this one has {text.Length}.",
                parameter
            );
        }

        // No database keeps these as they are, and they are in no name that somebody chose.
        if (text.Contains('\0') || !IsWellFormed(text))
        {
            throw new ArgumentException(
                $"{what} holds U+0000 or half of a surrogate pair, which can't be stored as text.",
                parameter
            );
        }
    }

    private static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out _, out var consumed) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            text = text[consumed..];
        }

        return true;
    }
}
