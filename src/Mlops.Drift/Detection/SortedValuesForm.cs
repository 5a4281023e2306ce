using Mlops.Serialization;

namespace Mlops.Drift.Detection;

/// <summary>The saved form of a column's values: each different one once, ascending, with how often it stands.</summary>
internal static class SortedValuesForm
{
    /// <summary>The largest number of values that a column is read with: those that an array holds.</summary>
    private const ulong MostValues = 0x7FFF_FFC7 / sizeof(double);

    public static byte[] Write(ReadOnlySpan<double> values)
    {
        using var sorted = SortedValues.Of(values, null);
        var (distinct, counts) = Runs(sorted.Span);
        var writer = new BinaryPayloadWriter();
        writer.WriteVarUInt64((ulong)distinct.Count);
        foreach (var value in distinct)
        {
            writer.WriteDouble(value);
        }

        foreach (var count in counts)
        {
            writer.WriteVarUInt64(count);
        }

        return writer.ToArray();
    }

    /// <summary>The values in order, each as often as it stands.</summary>
    public static double[] Read(byte[] bytes, string column)
    {
        try
        {
            var reader = new BinaryPayloadReader(bytes);
            var distinct = new double[reader.ReadLength(sizeof(double), "values")];
            reader.ReadDoubles(distinct, "values");
            var counts = new ulong[distinct.Length];
            var total = 0UL;
            for (var i = 0; i < distinct.Length; i++)
            {
                counts[i] = reader.ReadVarUInt64("counts");
                total = counts[i] is 0 or > MostValues ? ulong.MaxValue : total + counts[i];
                if (total > MostValues || double.IsNaN(distinct[i]) || (i > 0 && !(distinct[i] > distinct[i - 1])))
                {
                    throw new FormatException(
                        $"value {i} is {distinct[i]:R} with the count {counts[i]}; values must ascend, and stand at least once and at most {MostValues} times in all"
                    );
                }
            }

            reader.ThrowIfNotAtEnd();
            return Expand(distinct, counts, (int)total);
        }
        catch (FormatException error)
        {
            throw new FormatException($"The values of column '{column}': {error.Message}", error);
        }
    }

    private static (List<double> Distinct, List<ulong> Counts) Runs(ReadOnlySpan<double> sorted)
    {
        var (distinct, counts) = (new List<double>(), new List<ulong>());
        foreach (var value in sorted)
        {
            if (distinct.Count > 0 && value == distinct[^1])
            {
                counts[^1]++;
            }
            else
            {
                // Adding zero makes -0.0 and 0.0 one value with one form.
                distinct.Add(value + 0.0);
                counts.Add(1);
            }
        }

        return (distinct, counts);
    }

    private static double[] Expand(double[] distinct, ulong[] counts, int total)
    {
        var values = new double[total];
        var next = 0;
        for (var i = 0; i < distinct.Length; i++)
        {
            values.AsSpan(next, (int)counts[i]).Fill(distinct[i]);
            next += (int)counts[i];
        }

        return values;
    }
}
