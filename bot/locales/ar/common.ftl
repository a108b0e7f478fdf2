# A word on buttons that several screens share.

button-back = رجوع

# Figures: how a span of time is written, as short as can be read.

duration-seconds = { $seconds } ث
duration-minutes = { $minutes } د
duration-hours = { $hours } س
duration-hours-minutes = { $hours } س { $minutes } د
duration-days = { $days ->
    [zero] { $days } يوم
    [one] يوم واحد
    [two] يومان
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
}
duration-days-hours = { $days ->
    [zero] { $days } يوم
    [one] يوم واحد
    [two] يومان
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
} و{ $hours } س

# A moment that is not today; today's is the time alone.

time-tomorrow = غدًا { $time }
time-on-day = { $day }، { $time }

# A time zone: the city, the distance from world time, the time there now.

zone-name = { $city } ({ $offset })
zone-label = { $city } ({ $offset }، الآن { $time })
zone-label-utc = UTC (التوقيت العالمي، الآن { $time })
