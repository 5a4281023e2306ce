namespace Mlops.Statistics.MultipleTesting.Online;

/// <summary>How a budget of 1 is spread over the tests to come: non-negative, falling, with a sum of at most 1.</summary>
internal static class GammaSequence
{
    /// <summary>0.07720838 ln(max(j, 2)) / (j e^√(ln j)): Javanmard and Montanari (2018), equation 31, with the constant of R's onlineFDR.</summary>
    public static double Logarithmic(long j) =>
        0.07720838 * Math.Log(Math.Max(j, 2)) / (j * Math.Exp(Math.Sqrt(Math.Log(j))));

    /// <summary>j^-1.6 / ζ(1.6): Ramdas et al. (2018), section 5, with the constant of R's onlineFDR.</summary>
    public static double Power(long j) => 0.4374901658 / Math.Pow(j, 1.6);
}
