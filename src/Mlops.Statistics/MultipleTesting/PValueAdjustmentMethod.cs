namespace Mlops.Statistics.MultipleTesting;

/// <summary>What is kept at its level when many hypotheses are tested together, and under which dependence.</summary>
public enum PValueAdjustmentMethod
{
    /// <summary>The expected share of false rejections, for independent and for positively dependent p-values: p_(i) m / i, stepped up. Benjamini and Hochberg (1995).</summary>
    BenjaminiHochberg = 0,

    /// <summary>The expected share of false rejections under any dependence: p_(i) m / i times 1 + 1/2 + … + 1/m, stepped up. Benjamini and Yekutieli (2001).</summary>
    BenjaminiYekutieli,

    /// <summary>The probability of any false rejection under any dependence: p_(i) (m - i + 1), stepped down. Never rejects less than <see cref="Bonferroni"/>. Holm (1979).</summary>
    Holm,

    /// <summary>The probability of any false rejection under any dependence: p m. Bonferroni (1936).</summary>
    Bonferroni,
}
