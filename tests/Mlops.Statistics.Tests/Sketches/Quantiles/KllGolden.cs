namespace Mlops.Statistics.Tests.Sketches.Quantiles;

/// <summary>A sketch of size 8 and seed 5 as version 1 of the form wrote it.</summary>
internal static class KllGolden
{
    internal const string Version1 =
        "iU1MT1BTDQoBFG1sb3BzLnN0YXRpc3RpY3Mua2xsAQAAABYATWxvcHMuU3RhdGlzdGljcyAwLjEuMLUAAAAICAAAAAUAAAAA"
        + "AAAAZAIAAAAAAMBIwAAAAAAAwEhABA9cbH244i/tSwAAAAAAAAAAAAAAAAAAAAAAAAUAAAAAAEBBwAAAAAAAgDPAAAAAAAAA"
        + "K0AAAAAAAIA8QAAAAAAAQEhACgAAAAAAwEjAAAAAAABARcAAAAAAAEBCwAAAAAAAgDXAAAAAAACANMAAAAAAAAD4vwAAAAAA"
        + "AB5AAAAAAACANkAAAAAAAIA4QAAAAAAAQEJAd/irx24P1ZgNQczcs5OEW15gNydEsAzYXMrlpwVUi08=";

    internal const int Variance = 75;

    /// <summary>The numbers from -49.5 to 49.5, taken in steps of 37, with a NaN at either end.</summary>
    internal static double[] Values { get; } =
    [double.NaN, .. Enumerable.Range(0, 100).Select(i => (i * 37 % 100) - 49.5), double.NaN];

    internal static double[] Quartiles { get; } = [-34.5, -1.5, 22.5];
}
