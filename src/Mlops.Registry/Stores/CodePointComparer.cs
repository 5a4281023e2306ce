namespace Mlops.Registry.Stores;

/// <summary>Orders texts by their code points: the order of their bytes in UTF-8, which databases compare.</summary>
/// <remarks>UTF-16 differs from it beyond U+FFFF only, whose surrogates lie below U+E000.</remarks>
internal sealed class CodePointComparer : IComparer<string>
{
    public static CodePointComparer Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        if (x is null || y is null)
        {
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        }

        var same = x.AsSpan().CommonPrefixLength(y);
        return same == x.Length || same == y.Length ? x.Length.CompareTo(y.Length) : Rank(x[same]) - Rank(y[same]);
    }

    private static int Rank(char unit) => char.IsSurrogate(unit) ? unit + 0x10000 : unit;
}
