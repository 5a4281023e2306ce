namespace Mlops.Registry.Audit;

/// <summary>Something that is wrong with a log or its records.</summary>
/// <param name="Kind">What kind of fault, as a stable name: <c>entry-altered</c>, <c>entry-missing</c>, <c>truncated</c>, <c>forked</c>, <c>rewritten</c>, <c>rolled-back</c>, <c>record-altered</c>.</param>
/// <param name="Entry">The first entry concerned; <see langword="null"/> when none can be named.</param>
/// <param name="LastEntry">The last entry concerned, when it can't be told which of several; otherwise the same as <paramref name="Entry"/>.</param>
/// <param name="Message">What was found, and what it means.</param>
public sealed record AuditFault(string Kind, long? Entry, long? LastEntry, string Message);
