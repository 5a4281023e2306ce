namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>Values with counts, written out as rows.</summary>
internal static class CountedRows
{
    /// <exception cref="ArgumentException">There are more rows than an array holds.</exception>
    internal static double[] Of(CountedValues sample, string name)
    {
        if (sample.Total > Array.MaxLength)
        {
            throw new ArgumentException(
                $"'{name}' has {sample.Total} rows; this test writes them out and takes at most {Array.MaxLength}.",
                name
            );
        }

        var rows = GC.AllocateUninitializedArray<double>((int)sample.Total);
        var written = 0;
        for (var i = 0; i < sample.Values.Length; i++)
        {
            var count = (int)sample.Counts[i];
            rows.AsSpan(written, count).Fill(sample.Values[i]);
            written += count;
        }

        return rows;
    }
}
