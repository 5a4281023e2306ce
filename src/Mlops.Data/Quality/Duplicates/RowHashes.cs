using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Mlops.Statistics.Hashing;

namespace Mlops.Data.Quality.Duplicates;

/// <summary>Hashes rows by what stands in them, so that equal rows of any data set have equal hashes.</summary>
internal static class RowHashes
{
    private const ulong Missing = 0x6D697373696E67;

    public static ulong[] Of(IReadOnlyList<Column> columns, int rows)
    {
        var hashes = new ulong[rows];
        foreach (var column in columns)
        {
            Add(column, hashes);
        }

        return hashes;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(Column column, ulong[] hashes)
    {
        switch (column)
        {
            case NumericColumn number:
                var values = number.Values.Span;
                for (var row = 0; row < hashes.Length; row++)
                {
                    // Every NaN is one, and missing: equal to another in the same column.
                    hashes[row] = StableHash.OfDouble(values[row], hashes[row]);
                }

                break;
            case CategoryColumn category:
                var texts = category.Categories.Select(text => StableHash.OfText(text)).ToArray();
                var codes = category.Codes.Span;
                for (var row = 0; row < hashes.Length; row++)
                {
                    hashes[row] = StableHash.OfUInt64(codes[row] < 0 ? Missing : texts[codes[row]], hashes[row]);
                }

                break;
            case TimeColumn time:
                var ticks = time.UtcTicks.Span;
                for (var row = 0; row < hashes.Length; row++)
                {
                    hashes[row] = StableHash.OfUInt64((ulong)ticks[row], hashes[row]);
                }

                break;
            case BooleanColumn boolean:
                var truths = boolean.Codes.Span;
                for (var row = 0; row < hashes.Length; row++)
                {
                    hashes[row] = StableHash.OfUInt64((ulong)truths[row], hashes[row]);
                }

                break;
            default:
                for (var row = 0; row < hashes.Length; row++)
                {
                    hashes[row] = column.IsMissing(row)
                        ? StableHash.OfUInt64(Missing, hashes[row])
                        : StableHash.OfBytes(Bytes(column, row), hashes[row]);
                }

                break;
        }
    }

    /// <summary>What a text or a vector is made of.</summary>
    public static ReadOnlySpan<byte> Bytes(Column column, int row) =>
        column is TextColumn text ? text.Utf8(row) : MemoryMarshal.AsBytes(((EmbeddingColumn)column)[row]);
}
