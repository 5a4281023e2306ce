using Microsoft.Extensions.Logging;

namespace Mlops.Registry.Engine;

/// <summary>What the registry says in the host's logs. Reasons, comments and tickets stay in the audit log.</summary>
internal static partial class RegistryLog
{
    [LoggerMessage(1, LogLevel.Information, "{Operation} on {Subject} by {Principal}: done.")]
    public static partial void Done(ILogger logger, string operation, string subject, string principal);

    [LoggerMessage(
        2,
        LogLevel.Warning,
        "{Operation} on {Subject} by {Principal}: denied, since no role of theirs may."
    )]
    public static partial void Denied(ILogger logger, string operation, string subject, string principal);

    [LoggerMessage(
        3,
        LogLevel.Warning,
        "{Operation} on {Subject} by {Principal}: refused by a rule; the audit log says which."
    )]
    public static partial void Refused(ILogger logger, string operation, string subject, string principal);

    [LoggerMessage(4, LogLevel.Error, "Access records could not be written yet; they will be tried again.")]
    public static partial void AccessesNotWritten(ILogger logger, Exception exception);
}
