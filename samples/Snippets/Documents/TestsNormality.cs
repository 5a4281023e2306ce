// <snippet: Usings>
using System.Numerics.Tensors;
using Mlops.Statistics.Collinearity;
using Mlops.Statistics.Distributions;
using Mlops.Statistics.Normality;
using Mlops.Statistics.Trend;

// </snippet>

namespace Snippets.Documents;

internal static class TestsNormality
{
    public static void Shape()
    {
        // <snippet: Shape>
        double[] normal = [.. Enumerable.Range(1, 100).Select(i => Normal.Quantile((i - 0.5) / 100))];
        double[] skewed = [.. normal.Select(Math.Exp)];

        foreach (var values in new[] { normal, skewed })
        {
            Console.WriteLine(
                $"Shapiro-Wilk W = {ShapiroWilk.Test(values).Statistic:F4}, p = {ShapiroWilk.Test(values).PValue:G2}"
            );
            Console.WriteLine($"  Anderson-Darling p = {AndersonDarlingNormality.Test(values).PValue:G2}");
            Console.WriteLine($"  Lilliefors p = {Lilliefors.Test(values).PValue:G2}");
            var moments = DAgostinoPearson.Test(values);
            Console.WriteLine(
                $"  D'Agostino-Pearson p = {moments.PValue:G2}, skewness score {moments.SkewnessScore:F2}"
            );
        }
        // </snippet>
    }

    public static void Rising()
    {
        // <snippet: Rising>
        double[] months = [12.1, 12.4, 11.9, 12.8, 13.0, 12.7, 13.4, 13.3, 13.9, 13.6, 14.2, 14.0];

        MannKendallResult trend = MannKendall.Test(months);
        Console.WriteLine($"S = {trend.Statistic}, tau = {trend.Tau:F3}, p = {trend.PValue:E1}, {trend.Method}");
        TheilSenResult line = TheilSen.Fit(months);
        Console.WriteLine($"{line.Slope:F3} a month, {line.Interval}");
        // </snippet>
    }

    public static void Collinear()
    {
        // <snippet: Collinear>
        // Rows of age, years of service, and salary.
        double[] rows =
        [
            .. new double[]
            {
                25,
                2,
                31,
                30,
                6,
                40,
                35,
                12,
                42,
                40,
                15,
                55,
                45,
                22,
                50,
                50,
                24,
                61,
                55,
                31,
                58,
                60,
                34,
                70,
            },
        ];
        var matrix = new ReadOnlyTensorSpan<double>(rows, [8, 3]);

        VarianceInflationResult inflation = VarianceInflation.Of(matrix);
        Console.WriteLine(string.Join(", ", inflation.Factors.Select(factor => $"{factor:F1}")));
        // </snippet>
    }
}
