namespace Mlops.Data.Quality.Outliers;

/// <summary>What lies far out.</summary>
public enum OutlierMethod
{
    /// <summary>Tukey's fences (1977): below Q1 - k IQR or above Q3 + k IQR. Of normal values 0.70% with k = 1.5.</summary>
    InterquartileRange = 0,

    /// <summary>More than so many standard deviations from the mean; of normal values 0.27% with 3. Outliers widen their own fences here, so that a few can hide each other; from the other two methods they can not.</summary>
    ZScore,

    /// <summary>Iglewicz and Hoaglin's (1993) modified z: the distance from the median, in units of 1.4826 median absolute deviations; of normal values 0.047% beyond 3.5.</summary>
    RobustZScore,
}
