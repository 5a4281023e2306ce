namespace Mlops.Statistics.Divergences;

/// <summary>A divergence that is a sum over bins of a smooth function of both shares.</summary>
internal interface ISmoothDivergence
{
    /// <summary>c: near no change, c N times the sum is chi-square with K - 1 degrees of freedom.</summary>
    double ChiSquareFactor { get; }

    /// <summary>What a bin adds.</summary>
    double Term(double p, double q);

    /// <summary>The derivatives of the term by p and by q, up to constants; each is asked only where its own share is positive.</summary>
    (double ByReference, double ByCurrent) Slope(double p, double q);

    /// <summary>Half the second derivatives times p (1 - p) and q (1 - q): the bias of the term, but for 1/n and 1/m.</summary>
    (double Reference, double Current) Bias(double p, double q);

    /// <summary>The sum as it is reported: a distance or the sum itself.</summary>
    double Report(double sum);
}
