namespace Mlops.Data;

/// <summary>The rows of one window of time.</summary>
/// <param name="Label">Names the window, such as <c>2007</c> or <c>2007-03</c>; labels sort as the windows do.</param>
/// <param name="Start">The first instant of the window, in UTC, whether or not a row is there.</param>
/// <param name="End">The instant at which the next window starts, which is not in this one; the last window of the calendar ends with it.</param>
/// <param name="Dataset">The rows, in the order in which the whole data set has them.</param>
public sealed record DatasetWindow(string Label, DateTime Start, DateTime End, Dataset Dataset);
