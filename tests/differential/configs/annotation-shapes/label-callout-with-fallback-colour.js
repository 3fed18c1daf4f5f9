// 400 x 300
{
  "type": "scatter",
  "data": {
    "datasets": []
  },
  "options": {
    "scales": {
      "x": {
        "display": false,
        "min": 0,
        "max": 10
      },
      "y": {
        "display": false,
        "min": 0,
        "max": 10
      }
    },
    "plugins": {
      "legend": {
        "display": false
      },
      "annotation": {
        "common": {
          "borderColor": "green"
        },
        "annotations": [
          {
            "type": "label",
            "xValue": 3,
            "yValue": 7,
            "content": "plain",
            "xAdjust": 80,
            "yAdjust": 60,
            "callout": {
              "display": true
            }
          },
          {
            "type": "label",
            "xValue": 3,
            "yValue": 3,
            "content": "border",
            "xAdjust": 80,
            "borderColor": "red",
            "borderWidth": 2,
            "callout": {
              "display": true
            }
          }
        ]
      }
    }
  }
}
