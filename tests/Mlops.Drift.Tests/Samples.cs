using Mlops.Data;

namespace Mlops.Drift.Tests;

/// <summary>Seeded data for the tests.</summary>
internal static class Samples
{
    public static double[] Normal(int count, int seed, double shift = 0, double scale = 1)
    {
        var random = new Random(seed);
        var values = new double[count];
        for (var i = 0; i < count; i++)
        {
            // Box and Muller; 1 - u is never zero.
            var radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
            values[i] = shift + (scale * radius * Math.Cos(2 * Math.PI * random.NextDouble()));
        }

        return values;
    }

    public static string?[] Categories(int count, int seed, params (string Name, double Share)[] shares)
    {
        var random = new Random(seed);
        var values = new string?[count];
        for (var i = 0; i < count; i++)
        {
            var u = random.NextDouble();
            var index = 0;
            while (index < shares.Length - 1 && u >= shares[index].Share)
            {
                u -= shares[index].Share;
                index++;
            }

            values[i] = shares[index].Name;
        }

        return values;
    }

    public static Dataset Numbers(string name, double[] values) =>
        Dataset.FromColumns(name, Column.Number("x", values));

    public static DriftReport Compare(Dataset reference, Dataset current, DriftOptions? options = null) =>
        DriftBaseline.Fit(reference, options).Compare(current);

    public static DriftReport Compare(Column reference, Column current, DriftOptions? options = null) =>
        Compare(Dataset.FromColumns("reference", reference), Dataset.FromColumns("current", current), options);
}
