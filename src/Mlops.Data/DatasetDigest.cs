using System.Buffers.Binary;
using System.Diagnostics;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Mlops.Serialization;

namespace Mlops.Data;

/// <summary>Digests values in the layout that <see cref="Dataset.Digest"/> documents.</summary>
internal static class DatasetDigest
{
    private const int BlockLength = 8192;

    private static ReadOnlySpan<byte> Preamble => "mlops.dataset.v1"u8;

    public static ContentDigest Of(Column[] columns)
    {
        var hashes = new byte[columns.Length][];
        Parallel.For(0, columns.Length, i => hashes[i] = HashOf(columns[i]));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Preamble);
        AppendInt32(hash, columns.Length);
        foreach (var columnHash in hashes)
            hash.AppendData(columnHash);
        return ContentDigest.FromHash(hash.GetHashAndReset());
    }

    private static byte[] HashOf(Column column)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        AppendText(hash, column.Name);
        hash.AppendData([(byte)column.Kind, (byte)column.SourceType]);
        AppendInt64(hash, column.Length);
        switch (column)
        {
            case NumericColumn numbers:
                AppendNumbers(hash, numbers.Values.Span);
                break;
            case BooleanColumn booleans:
                hash.AppendData(MemoryMarshal.AsBytes(booleans.Codes.Span));
                break;
            case TimeColumn times:
                AppendLittleEndian(hash, times.UtcTicks.Span, BinaryPrimitives.ReverseEndianness);
                break;
            case CategoryColumn categories:
                AppendCategories(hash, categories);
                break;
            case TextColumn texts:
                AppendTexts(hash, texts);
                break;
            case EmbeddingColumn vectors:
                AppendVectors(hash, vectors);
                break;
            default:
                throw new UnreachableException();
        }

        return hash.GetHashAndReset();
    }

    private static void AppendNumbers(IncrementalHash hash, ReadOnlySpan<double> values)
    {
        var block = new double[BlockLength];
        while (values.Length > 0)
        {
            var length = Math.Min(values.Length, BlockLength);
            Canonicalize(values[..length], block);
            AppendLittleEndian(
                hash,
                MemoryMarshal.Cast<double, long>(block.AsSpan(0, length)),
                BinaryPrimitives.ReverseEndianness
            );
            values = values[length..];
        }
    }

    private static void Canonicalize(ReadOnlySpan<double> values, Span<double> canonical)
    {
        var i = 0;
        var nan = BitConverter.UInt64BitsToDouble(0x7FF8000000000000);
        for (; i <= values.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            // -0 + 0 is 0, and only NaN differs from itself.
            var vector = new Vector<double>(values[i..]);
            Vector
                .ConditionalSelect(Vector.Equals(vector, vector), vector + Vector<double>.Zero, new Vector<double>(nan))
                .CopyTo(canonical[i..]);
        }

        for (; i < values.Length; i++)
            canonical[i] = double.IsNaN(values[i]) ? nan : values[i] + 0.0;
    }

    private static void AppendCategories(IncrementalHash hash, CategoryColumn column)
    {
        var codes = column.Codes.Span;
        var isUsed = new bool[column.Categories.Count];
        foreach (var code in codes)
        {
            if (code != CategoryColumn.Missing)
                isUsed[code] = true;
        }

        int[] sorted = [.. Enumerable.Range(0, isUsed.Length).Where(code => isUsed[code])];
        Array.Sort(sorted, (left, right) => string.CompareOrdinal(column.Categories[left], column.Categories[right]));
        var positionOf = new int[isUsed.Length];
        AppendInt32(hash, sorted.Length);
        for (var position = 0; position < sorted.Length; position++)
        {
            positionOf[sorted[position]] = position;
            AppendText(hash, column.Categories[sorted[position]]);
        }

        var block = new int[BlockLength];
        while (codes.Length > 0)
        {
            var length = Math.Min(codes.Length, BlockLength);
            for (var i = 0; i < length; i++)
                block[i] = codes[i] == CategoryColumn.Missing ? CategoryColumn.Missing : positionOf[codes[i]];
            AppendLittleEndian(hash, block.AsSpan(0, length), BinaryPrimitives.ReverseEndianness);
            codes = codes[length..];
        }
    }

    private static void AppendTexts(IncrementalHash hash, TextColumn column)
    {
        var offsets = column.Offsets.Span;
        var lengths = new int[column.Length];
        for (var row = 0; row < lengths.Length; row++)
            lengths[row] = column.IsMissing(row) ? -1 : offsets[row + 1] - offsets[row];
        AppendLittleEndian(hash, lengths, BinaryPrimitives.ReverseEndianness);
        hash.AppendData(column.Bytes.Span[offsets[0]..offsets[^1]]);
    }

    private static void AppendVectors(IncrementalHash hash, EmbeddingColumn column)
    {
        AppendInt32(hash, column.Dimensions);
        var isPresent = new byte[column.Length];
        for (var row = 0; row < isPresent.Length; row++)
            isPresent[row] = column.IsMissing(row) ? (byte)0 : (byte)1;
        hash.AppendData(isPresent);
        var values = column.Values.Span;
        var block = new float[BlockLength];
        while (values.Length > 0)
        {
            var length = Math.Min(values.Length, BlockLength);
            // -0 + 0 is 0.
            TensorPrimitives.Add(values[..length], 0f, block);
            AppendLittleEndian(
                hash,
                MemoryMarshal.Cast<float, int>(block.AsSpan(0, length)),
                BinaryPrimitives.ReverseEndianness
            );
            values = values[length..];
        }
    }

    private static void AppendText(IncrementalHash hash, string text)
    {
        AppendInt32(hash, text.Length);
        AppendLittleEndian(hash, MemoryMarshal.Cast<char, ushort>(text), BinaryPrimitives.ReverseEndianness);
    }

    private static void AppendInt32(IncrementalHash hash, int value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        hash.AppendData(bytes);
    }

    private static void AppendInt64(IncrementalHash hash, long value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        hash.AppendData(bytes);
    }

    private delegate void Reverse<TValue>(ReadOnlySpan<TValue> source, Span<TValue> destination);

    private static void AppendLittleEndian<TValue>(
        IncrementalHash hash,
        ReadOnlySpan<TValue> values,
        Reverse<TValue> reverse
    )
        where TValue : unmanaged
    {
        if (BitConverter.IsLittleEndian)
        {
            hash.AppendData(MemoryMarshal.AsBytes(values));
            return;
        }

        var reversed = new TValue[values.Length];
        reverse(values, reversed);
        hash.AppendData(MemoryMarshal.AsBytes(reversed.AsSpan()));
    }
}
